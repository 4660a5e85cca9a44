import { PasswordHasher } from '#lib/adapters/auth/password-hasher.ts';
import { readSessionCookie } from '#lib/adapters/auth/read-session-cookie.ts';
import { AttemptStore } from '#lib/adapters/db/attempt-store.ts';
import { AuditStore } from '#lib/adapters/db/audit-store.ts';
import { ConnectionStore } from '#lib/adapters/db/connection-store.ts';
import { InvitationStore } from '#lib/adapters/db/invitation-store.ts';
import { MemberStore } from '#lib/adapters/db/member-store.ts';
import { OwnerStore } from '#lib/adapters/db/owner-store.ts';
import type { Pool } from '#lib/adapters/db/pool.ts';
import type { Database } from '#lib/adapters/db/prisma.ts';
import { TokenStore } from '#lib/adapters/db/token-store.ts';
import { UserStore } from '#lib/adapters/db/user-store.ts';
import { randomCode, randomToken } from '#lib/adapters/secrets/random-token.ts';
import type { SecretBox } from '#lib/adapters/secrets/secret-box.ts';
import type { SendRequest } from '#lib/core/execution/types.ts';
import { isSecureHost } from '#lib/core/secure-host.ts';
import type { Environment } from '#lib/env.ts';
import { Authenticator } from '#lib/usecases/people/authenticator.ts';
import { prepareOwner } from '#lib/usecases/people/prepare-owner.ts';
import { orderedIds } from './ordered-ids.ts';

export type PeopleOptions = {
  pool: Pool;
  db: Database;
  secrets: SecretBox;
  environment: Environment;
  send: SendRequest;
};

export type People = ReturnType<typeof buildPeople>;

/** What the use cases about people, tokens, connections and the security log are handed. */
export function buildPeople(options: PeopleOptions) {
  const { environment, pool, db, secrets: box, send } = options;
  const owners = new OwnerStore(pool);
  const users = new UserStore(pool);
  const tokens = new TokenStore(pool, db);
  const isSecure = (headers: Headers) => isSecureHost(headers.get('host'), environment);
  const authenticator = new Authenticator({
    users,
    tokens,
    tokenHashes: (token) => box.tokenHashes(token),
    readCookie: (headers) =>
      readSessionCookie(headers.get('cookie'), {
        secure: isSecure(headers),
        secret: box.sessionKey,
      }),
    instanceToken: environment.HOOKLINE_API_TOKEN,
    firstWorkspace: () => owners.firstWorkspace(),
    now: Date.now,
  });
  return {
    owners,
    users,
    tokens,
    members: new MemberStore(pool),
    invitations: new InvitationStore(pool),
    connections: new ConnectionStore(db, box),
    audit: new AuditStore(db, orderedIds()),
    attempts: new AttemptStore(pool),
    passwords: new PasswordHasher(),
    secrets: hashing(box),
    newId: orderedIds(),
    now: Date.now,
    send,
    authenticator,
    forget: (userId: string) => authenticator.forget(userId),
    forgetAll: () => authenticator.forgetAll(),
    workspaceLimits: {
      retentionDays: environment.HOOKLINE_RETENTION_DAYS,
      publicUrl: environment.HOOKLINE_PUBLIC_URL ?? null,
      egressAllow: environment.HOOKLINE_EGRESS_ALLOW,
    },
    /** Of session cookies: what signs them, and whether they go over https only. */
    session: { key: box.sessionKey, isSecure },
  };
}

function hashing(box: SecretBox) {
  return {
    tokenHash: (token: string) => box.tokenHash(token),
    tokenHashes: (token: string) => box.tokenHashes(token),
    randomToken,
    randomCode,
  };
}

/** Sees at every start that somebody owns the installation, or may claim it. */
export class Ownership {
  readonly #people: People;
  readonly #environment: Environment;
  #code: string | undefined;

  constructor(people: People, environment: Environment) {
    this.#people = people;
    this.#environment = environment;
  }

  /** Before the server calls itself ready: a script with `HOOKLINE_API_TOKEN` needs its workspace. */
  async start(): Promise<void> {
    const environment = this.#environment;
    if (environment.HOOKLINE_ROLE === 'worker') return;
    const { HOOKLINE_ADMIN_EMAIL: email, HOOKLINE_ADMIN_PASSWORD: password } = environment;
    const made = await prepareOwner(this.#people, {
      admin: email && password ? { email, password } : undefined,
      apiToken: environment.HOOKLINE_API_TOKEN !== undefined,
    });
    this.#code = made?.code;
  }

  /** For the printed block; undefined where somebody owns it. */
  claimLink(appUrl: string): string | undefined {
    return this.#code && `${appUrl.replace(/\/+$/, '')}/start?code=${this.#code}`;
  }
}
