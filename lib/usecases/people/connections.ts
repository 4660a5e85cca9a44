import { problem } from '#lib/core/errors.ts';
import type { ConnectionSecret, SendRequest } from '#lib/core/execution/types.ts';
import type { Principal } from '#lib/core/principal.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { PeopleDeps } from './people.ts';

export type Connection = {
  id: string;
  name: string;
  type: ConnectionSecret['type'];
  hint: string;
  createdAt: Date;
  updatedAt: Date;
};
export type ConnectionDeps = Pick<PeopleDeps, 'audit' | 'newId'> & {
  connections: {
    create(input: {
      id: string;
      workspaceId: string;
      name: string;
      secret: ConnectionSecret;
    }): Promise<Connection>;
    change(
      workspaceId: string,
      id: string,
      change: { name?: string | undefined; secret?: ConnectionSecret | undefined },
    ): Promise<Connection | undefined>;
    remove(workspaceId: string, id: string): Promise<string | undefined>;
    secret(workspaceId: string, id: string): Promise<ConnectionSecret | undefined>;
  };
  send: SendRequest;
};

type By = { principal: Principal; ip: string };
const notFound = problem('not_found', 'There is no such connection.');

export async function createConnection(
  deps: ConnectionDeps,
  input: By & { name: string; secret: ConnectionSecret },
): Promise<Result<Connection>> {
  const { principal, name, secret, ip } = input;
  const { workspaceId } = principal;
  const made = await deps.connections.create({ id: deps.newId(), workspaceId, name, secret });
  await deps.audit.record({
    principal,
    action: 'connection.created',
    target: { type: 'connection', id: made.id, label: name },
    detail: { type: secret.type },
    ip,
  });
  return ok(made);
}

export async function changeConnection(
  deps: ConnectionDeps,
  input: By & { id: string; name?: string | undefined; secret?: ConnectionSecret | undefined },
): Promise<Result<Connection>> {
  const { principal, id, name, secret, ip } = input;
  const changed = await deps.connections.change(principal.workspaceId, id, { name, secret });
  if (!changed) return err(notFound);
  await deps.audit.record({
    principal,
    action: 'connection.changed',
    target: { type: 'connection', id, label: changed.name },
    detail: { renamed: name !== undefined, credentialsReplaced: secret !== undefined },
    ip,
  });
  return ok(changed);
}

export async function removeConnection(
  deps: ConnectionDeps,
  input: By & { id: string },
): Promise<Result<void>> {
  const { principal, id, ip } = input;
  const name = await deps.connections.remove(principal.workspaceId, id);
  if (name === undefined) return err(notFound);
  const target = { type: 'connection', id, label: name };
  await deps.audit.record({ principal, action: 'connection.removed', target, ip });
  return ok(undefined);
}

export type ConnectionTest = {
  ok: boolean;
  status: number | null;
  ms: number | null;
  detail: string;
};

/** One guarded call without following redirects: the credentials go to this address alone. */
export async function testConnection(
  deps: ConnectionDeps,
  input: By & { id: string; url: string; method: 'GET' | 'HEAD'; signal: AbortSignal },
): Promise<Result<ConnectionTest>> {
  const { principal, id, signal, method, ip } = input;
  const secret = await deps.connections.secret(principal.workspaceId, id);
  if (!secret) return err(notFound);
  const sent = await deps.send({
    method,
    ...withCredentials(input.url, secret),
    body: null,
    timeoutMs: 10_000,
    maxResponseBytes: 65_536,
    maxRedirects: 0,
    credentialHeaders: [],
    signal,
  });
  await deps.audit.record({
    principal,
    action: 'connection.tested',
    target: { type: 'connection', id },
    detail: { host: new URL(input.url).host },
    ip,
  });
  if (!sent.ok) return ok({ ok: false, status: null, ms: null, detail: sent.error.message });
  const { status, ms } = sent.value;
  return ok({ ok: status < 400, status, ms, detail: verdictOn(status) });
}

function withCredentials(address: string, secret: ConnectionSecret) {
  const url = new URL(address);
  const headers: Record<string, string> = {};
  switch (secret.type) {
    case 'bearer':
      headers.authorization = `Bearer ${secret.token}`;
      break;
    case 'basic': {
      const pair = Buffer.from(`${secret.username}:${secret.password}`).toString('base64');
      headers.authorization = `Basic ${pair}`;
      break;
    }
    case 'header':
      headers[secret.name] = secret.value;
      break;
    case 'query':
      url.searchParams.set(secret.name, secret.value);
      break;
  }
  return { url: url.href, headers };
}

function verdictOn(status: number): string {
  if (status < 300) return 'The credentials were accepted.';
  if (status < 400) return 'The address answered with a redirect. Test the address it leads to.';
  if (status === 401 || status === 403) {
    return `The address refused the credentials (${status}). Check that they are current and allowed there.`;
  }
  return `The address answered ${status}. Check the address.`;
}
