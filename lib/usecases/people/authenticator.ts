import { constantTimeEqual } from '#lib/core/constant-time.ts';
import { problem } from '#lib/core/errors.ts';
import type { MemberRole, Principal } from '#lib/core/principal.ts';
import { err, ok, type Result } from '#lib/core/result.ts';

export type Session = {
  userId: string;
  email: string;
  name: string;
  sessionVersion: number;
  workspaceId: string;
  workspaceName: string;
  role: MemberRole;
};
export type AuthenticatorDeps = {
  users: { session(userId: string): Promise<Session | undefined> };
  tokens: {
    findForUse(
      hashes: Buffer[],
    ): Promise<{ id: string; name: string; workspaceId: string; role: MemberRole } | undefined>;
  };
  tokenHashes(token: string): Buffer[];
  readCookie(headers: Headers): Promise<{ userId: string; version: number } | undefined>;
  /** `HOOKLINE_API_TOKEN`. */
  instanceToken: string | undefined;
  firstWorkspace(): Promise<{ id: string } | undefined>;
  now(): number;
};

const cacheMs = 5_000;
const cacheSize = 2_000;

const signInFirst = problem(
  'unauthorized',
  'Send an API token as Authorization: Bearer …, or sign in first.',
);
const badToken = problem(
  'unauthorized',
  'This API token is unknown, expired or removed. Create another one.',
);

/**
 * Who makes a call. A bearer token decides alone: its calls ignore cookies. A session is read from
 * the database (kept for 5 s), so removal, a change of role and "sign out everywhere" count within
 * seconds on every node. Whether a call by session comes from our own pages is the route's question
 * (lib/web/same-origin.ts).
 */
export class Authenticator {
  readonly #deps: AuthenticatorDeps;
  readonly #sessions = new Map<string, { at: number; session: Promise<Session | undefined> }>();

  constructor(deps: AuthenticatorDeps) {
    this.#deps = deps;
  }

  async authenticate(headers: Headers): Promise<Result<Principal>> {
    const token = bearerToken(headers.get('authorization'));
    if (token !== undefined) return this.#byToken(token);
    const session = await this.session(headers);
    if (!session) return err(signInFirst);
    const { userId: id, email: label, workspaceId, role } = session;
    return ok({ kind: 'user', id, label, workspaceId, role });
  }

  /** The signed-in person, by cookie alone. */
  async session(headers: Headers): Promise<Session | undefined> {
    const claims = await this.#deps.readCookie(headers);
    if (!claims) return undefined;
    const session = await this.#cached(claims.userId);
    return session?.sessionVersion === claims.version ? session : undefined;
  }

  /** After a change that this node must heed at once. */
  forget(userId: string): void {
    this.#sessions.delete(userId);
  }

  /** After a change that sessions of many people show. */
  forgetAll(): void {
    this.#sessions.clear();
  }

  async #byToken(token: string): Promise<Result<Principal>> {
    const { instanceToken } = this.#deps;
    if (instanceToken && constantTimeEqual(token, instanceToken)) return this.#byInstanceToken();
    const found = await this.#deps.tokens.findForUse(this.#deps.tokenHashes(token));
    if (!found) return err(badToken);
    const { id, name, workspaceId, role } = found;
    return ok({ kind: 'token', id, label: name, workspaceId, role });
  }

  async #byInstanceToken(): Promise<Result<Principal>> {
    const workspace = await this.#deps.firstWorkspace();
    if (!workspace) return err(problem('unauthorized', 'There is no workspace yet.'));
    return ok({
      kind: 'instance',
      id: 'instance',
      label: 'HOOKLINE_API_TOKEN',
      workspaceId: workspace.id,
      role: 'owner',
    });
  }

  #cached(userId: string): Promise<Session | undefined> {
    const now = this.#deps.now();
    const known = this.#sessions.get(userId);
    if (known && now - known.at < cacheMs) return known.session;
    if (this.#sessions.size >= cacheSize) this.#sessions.clear();
    const session = this.#deps.users.session(userId);
    this.#sessions.set(userId, { at: now, session });
    session.catch(() => this.#sessions.delete(userId));
    return session;
  }
}

function bearerToken(header: string | null): string | undefined {
  const match = /^bearer\s+(.*)$/i.exec(header ?? '');
  return match?.[1]?.trim();
}
