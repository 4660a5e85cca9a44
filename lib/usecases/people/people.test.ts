import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDatabase, type Database } from '#lib/adapters/db/prisma.ts';
import { type TestDatabase, testDatabase } from '#lib/adapters/db/test-database.ts';
import { SecretBox } from '#lib/adapters/secrets/secret-box.ts';
import type { OutboundRequest } from '#lib/core/execution/types.ts';
import type { Principal } from '#lib/core/principal.ts';
import type { Result } from '#lib/core/result.ts';
import { readEnvironment } from '#lib/env.ts';
import { buildPeople, type People } from '#lib/wiring/people.ts';
import { acceptInvitation, readInvitation } from './accept-invitation.ts';
import { changePassword, endSessions, renameUser } from './account.ts';
import { createApiToken, removeApiToken } from './api-tokens.ts';
import { claimInstance } from './claim-instance.ts';
import {
  changeConnection,
  createConnection,
  removeConnection,
  testConnection,
} from './connections.ts';
import { changeMemberRole, inviteMember, removeMember } from './members.ts';
import { checkOwnerCode } from './owner-code.ts';
import { prepareOwner } from './prepare-owner.ts';
import { signIn } from './sign-in.ts';

let db: TestDatabase;
let prisma: Database;
let people: People;
let sent: OutboundRequest[];
const ip = '203.0.113.9';
const instanceToken = 'i'.repeat(32);
const mika = {
  name: 'Mika',
  email: 'Mika@Acme.example',
  password: 'a long password',
  workspaceName: 'Acme',
};

beforeAll(async () => {
  db = await testDatabase();
  prisma = createDatabase(db.pool);
});
afterAll(() => db.drop());

beforeEach(async () => {
  await db.pool.query(
    'TRUNCATE app_user, workspace, member, invitation, api_token, instance_setting, attempt_limit, connection, audit_event CASCADE',
  );
  sent = [];
  people = build();
});

function build(): People {
  return buildPeople({
    environment: readEnvironment({ HOOKLINE_API_TOKEN: instanceToken }),
    pool: db.pool,
    db: prisma,
    secrets: new SecretBox({ current: 'k'.repeat(32) }),
    send: async (request) => {
      sent.push(request);
      const value = {
        status: 200,
        headers: {},
        body: new Uint8Array(),
        truncated: false,
        url: request.url,
        ms: 1,
      };
      return { ok: true, value };
    },
  });
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
}
function code(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code;
}

async function owner(): Promise<Principal> {
  const made = await prepareOwner(people, { apiToken: false });
  value(await claimInstance(people, { ...mika, code: made?.code ?? '', ip }));
  const user = await people.users.forSignIn('mika@acme.example');
  const session = await people.users.session(user?.id ?? '');
  return {
    kind: 'user',
    id: user?.id ?? '',
    label: 'mika@acme.example',
    workspaceId: session?.workspaceId ?? '',
    role: 'owner',
  };
}

async function join(by: Principal, email: string, role: 'owner' | 'editor' | 'viewer') {
  const invited = value(await inviteMember(people, { principal: by, email, role, ip }));
  const input = { code: invited.code, name: 'Lena', password: 'another password', ip };
  value(await acceptInvitation(people, input));
  return value(await signIn(people, { email, password: 'another password', ip }));
}

async function actions(workspaceId: string): Promise<string[]> {
  const events = await people.audit.list({ workspaceId, limit: 50 });
  return events.map((event) => event.action).reverse();
}

test('the one-time code makes one owner, in any case and with dashes, and works once', async () => {
  const made = await prepareOwner(people, { apiToken: false });
  const typed = `${made?.code.slice(0, 4).toLowerCase()}-${made?.code.slice(4)}`;
  expect(code(await checkOwnerCode(people, { code: typed, ip }))).toBe('ok');
  const claims = await Promise.all([
    claimInstance(people, { ...mika, code: typed, ip }),
    claimInstance(people, { ...mika, email: 'other@acme.example', code: typed, ip }),
  ]);
  expect(claims.map(code).sort()).toEqual(['gone', 'ok']);
  expect(code(await claimInstance(people, { ...mika, code: typed, ip }))).toBe('gone');
  expect(await prepareOwner(people, { apiToken: false })).toBeUndefined();
});

test('a new start prints a new code, and the old one stops working', async () => {
  const first = await prepareOwner(people, { apiToken: false });
  const second = await prepareOwner(people, { apiToken: false });
  expect(code(await checkOwnerCode(people, { code: first?.code ?? '', ip }))).toBe('unauthorized');
  expect(code(await checkOwnerCode(people, { code: second?.code ?? '', ip }))).toBe('ok');
});

test('a code ends after a day', async () => {
  const made = await prepareOwner(people, { apiToken: false });
  const tomorrow = { ...people, now: () => Date.now() + 86_400_001 };
  const late = await checkOwnerCode(tomorrow, { code: made?.code ?? '', ip });
  expect(code(late)).toBe('unauthorized');
});

test('guessing the code is stopped, on every node, also when the right one comes at last', async () => {
  const made = await prepareOwner(people, { apiToken: false });
  const guesses = Array.from({ length: 10 }, () =>
    checkOwnerCode(people, { code: 'AAAA2222', ip }),
  );
  expect((await Promise.all(guesses)).map(code)).toEqual(Array(10).fill('unauthorized'));
  const otherNode = build();
  expect(code(await checkOwnerCode(otherNode, { code: made?.code ?? '', ip }))).toBe(
    'rate_limited',
  );
  const elsewhere = { code: made?.code ?? '', ip: '198.51.100.7' };
  expect(code(await checkOwnerCode(otherNode, elsewhere))).toBe('ok');
});

test('an owner named by the environment is made once, also by two nodes at once', async () => {
  const input = { admin: { email: 'Ops@acme.example', password: 'pass word' }, apiToken: false };
  await Promise.all([prepareOwner(people, input), prepareOwner(build(), input)]);
  await prepareOwner(people, input);
  const rows = await db.pool.query('SELECT email FROM app_user');
  expect(rows.rows).toEqual([{ email: 'ops@acme.example' }]);
  const password = 'pass word';
  expect(code(await signIn(people, { email: 'ops@acme.example', password, ip }))).toBe('ok');
});

test('the API token of the environment works before a person comes, who then owns the same workspace', async () => {
  const made = await prepareOwner(people, { apiToken: true });
  const headers = new Headers({ authorization: `Bearer ${instanceToken}` });
  const before = value(await people.authenticator.authenticate(headers));
  expect(before).toMatchObject({ kind: 'instance', role: 'owner' });
  value(await claimInstance(people, { ...mika, code: made?.code ?? '', ip }));
  const after = value(await people.authenticator.authenticate(headers));
  expect(after.workspaceId).toBe(before.workspaceId);
  expect(await people.owners.firstWorkspace()).toEqual({ id: before.workspaceId, name: 'Acme' });
});

test('a wrong address and a wrong password read the same, and both are in the security log', async () => {
  const { workspaceId } = await owner();
  const wrongPassword = await signIn(people, { email: mika.email, password: 'nope', ip });
  const wrongEmail = await signIn(people, { email: 'no@acme.example', password: 'nope', ip });
  expect(wrongEmail).toEqual(wrongPassword);
  expect(code(wrongEmail)).toBe('unauthorized');
  expect(code(await signIn(people, { email: mika.email, password: mika.password, ip }))).toBe('ok');
  expect(await actions(workspaceId)).toEqual([
    'instance.claimed',
    'sign_in.failed',
    'sign_in.failed',
    'sign_in.succeeded',
  ]);
});

test('ten wrong passwords from one place close the door there, not elsewhere', async () => {
  await owner();
  const tries = Array.from({ length: 11 }, () =>
    signIn(people, { email: mika.email, password: 'nope', ip }),
  );
  const codes = (await Promise.all(tries)).map(code);
  expect(codes.filter((one) => one === 'rate_limited')).toHaveLength(1);
  const right = { email: mika.email, password: mika.password };
  expect(code(await signIn(people, { ...right, ip }))).toBe('rate_limited');
  expect(code(await signIn(people, { ...right, ip: '198.51.100.7' }))).toBe('ok');
});

test('an API token acts in its workspace with its role until it is removed or ends', async () => {
  const principal = await owner();
  const made = value(
    await createApiToken(people, { principal, name: 'CI', role: 'editor', expiresAt: null, ip }),
  );
  const headers = new Headers({ authorization: `bearer ${made.value}`, cookie: 'x=y' });
  const found = value(await people.authenticator.authenticate(headers));
  expect(found).toEqual({
    kind: 'token',
    id: made.id,
    label: 'CI',
    workspaceId: principal.workspaceId,
    role: 'editor',
  });
  const { workspaceId } = principal;
  const [listed] = await people.tokens.list(workspaceId, { limit: 10 });
  expect(listed?.lastUsedAt).toBeInstanceOf(Date);
  expect(JSON.stringify(listed)).not.toContain(made.value);
  await db.pool.query(`UPDATE api_token SET expires_at = now() - interval '1 second'`);
  expect(code(await people.authenticator.authenticate(headers))).toBe('unauthorized');
  await db.pool.query('UPDATE api_token SET expires_at = NULL');
  const stranger = { ...principal, workspaceId: people.newId() };
  expect(code(await removeApiToken(people, { principal: stranger, id: made.id, ip }))).toBe(
    'not_found',
  );
  value(await removeApiToken(people, { principal, id: made.id, ip }));
  expect(code(await people.authenticator.authenticate(headers))).toBe('unauthorized');
});

test('after the master key is changed, API tokens go on working and are hashed anew', async () => {
  const principal = await owner();
  const input = { principal, name: 'CI', role: 'viewer' as const, expiresAt: null, ip };
  const made = value(await createApiToken(people, input));
  const box = new SecretBox({ current: 'n'.repeat(32), previous: 'k'.repeat(32) });
  expect(await people.tokens.findForUse(box.tokenHashes(made.value))).toMatchObject({ name: 'CI' });
  const alone = new SecretBox({ current: 'n'.repeat(32) });
  expect(await people.tokens.findForUse(alone.tokenHashes(made.value))).toMatchObject({
    name: 'CI',
  });
});

test('an invited person joins with the role given, once, and only with the latest link', async () => {
  const principal = await owner();
  const email = 'Lena@acme.example';
  const first = value(await inviteMember(people, { principal, email, role: 'viewer', ip }));
  const second = value(await inviteMember(people, { principal, email, role: 'editor', ip }));
  expect(code(await readInvitation(people, first.code))).toBe('gone');
  const shown = value(await readInvitation(people, second.code));
  expect(shown).toMatchObject({
    workspaceName: 'Acme',
    invitedBy: 'Mika',
    email: 'lena@acme.example',
    role: 'editor',
    known: false,
  });
  const join = { code: second.code, name: 'Lena', password: 'short', ip };
  expect(code(await acceptInvitation(people, join))).toBe('invalid_value');
  const both = await Promise.all([
    acceptInvitation(people, { ...join, password: 'another password' }),
    acceptInvitation(people, { ...join, password: 'another password' }),
  ]);
  expect(both.map(code).sort()).toEqual(['gone', 'ok']);
  expect(code(await inviteMember(people, { principal, email, role: 'owner', ip }))).toBe(
    'invalid_value',
  );
  const list = await people.members.list(principal.workspaceId, { limit: 10 });
  expect(list.map((one) => [one.email, one.status, one.role])).toEqual([
    ['lena@acme.example', 'active', 'editor'],
    ['mika@acme.example', 'active', 'owner'],
  ]);
});

test('the last owner can neither leave nor step down, also when two owners remove each other at once', async () => {
  const principal = await owner();
  const self = { principal, id: principal.id, ip };
  expect(code(await removeMember(people, self))).toBe('invalid_value');
  expect(code(await changeMemberRole(people, { ...self, role: 'viewer' }))).toBe('invalid_value');
  const lena = await join(principal, 'lena@acme.example', 'owner');
  const removals = await Promise.all([
    removeMember(people, { principal, id: lena.id, ip }),
    removeMember(people, { principal, id: principal.id, ip }),
  ]);
  expect(removals.map(code).sort()).toEqual(['invalid_value', 'ok']);
});

test('a removed person has no session and cannot sign in; a changed role counts at once', async () => {
  const principal = await owner();
  const lena = await join(principal, 'lena@acme.example', 'editor');
  const change = { principal, id: lena.id, role: 'viewer' as const, ip };
  value(await changeMemberRole(people, change));
  expect((await people.users.session(lena.id))?.role).toBe('viewer');
  value(await removeMember(people, { principal, id: lena.id, ip }));
  expect(await people.users.session(lena.id)).toBeUndefined();
  const again = { email: 'lena@acme.example', password: 'another password', ip };
  expect(code(await signIn(people, again))).toBe('unauthorized');
});

test('a new password and "sign out everywhere" end every session', async () => {
  const principal = await owner();
  const before = await people.users.session(principal.id);
  const wrong = { principal, current: 'nope', next: 'a newer password', ip };
  expect(code(await changePassword(people, wrong))).toBe('invalid_value');
  value(await changePassword(people, { ...wrong, current: mika.password }));
  value(await endSessions(people, { principal, ip }));
  const after = await people.users.session(principal.id);
  expect(after?.sessionVersion).toBe((before?.sessionVersion ?? 0) + 2);
  const next = { email: mika.email, password: 'a newer password', ip };
  expect(code(await signIn(people, next))).toBe('ok');
});

test('a connection is written, hinted at, used and never shown', async () => {
  const principal = await owner();
  const { workspaceId } = principal;
  const secret = { type: 'bearer', token: 'tok_0123456789abcdef' } as const;
  const made = value(await createConnection(people, { principal, name: 'Desk', secret, ip }));
  expect(made.hint).toBe('…cdef');
  expect(JSON.stringify(await people.connections.list(workspaceId, { limit: 9 }))).not.toContain(
    'tok_',
  );
  expect(await people.connections.secret(workspaceId, made.id)).toEqual(secret);
  expect(await people.connections.secret(people.newId(), made.id)).toBeUndefined();
  expect(await people.connections.secret(workspaceId, 'nonsense')).toBeUndefined();
  const signal = new AbortController().signal;
  const call = {
    principal,
    id: made.id,
    url: 'https://desk.example/me',
    method: 'GET',
    ip,
    signal,
  };
  const tested = value(await testConnection(people, { ...call, method: 'GET' }));
  expect(tested).toMatchObject({ ok: true, status: 200 });
  expect(sent[0]?.headers).toEqual({ authorization: `Bearer ${secret.token}` });
  expect(sent[0]?.maxRedirects).toBe(0);
  const basic = { type: 'basic', username: 'mika', password: 'pw' } as const;
  const id = made.id;
  const changed = value(await changeConnection(people, { principal, id, secret: basic, ip }));
  expect(changed).toMatchObject({ name: 'Desk', type: 'basic', hint: 'mika' });
  const log = await people.audit.list({ workspaceId, action: 'connection.*', limit: 9 });
  expect(log.map((event) => event.action)).toEqual([
    'connection.changed',
    'connection.tested',
    'connection.created',
  ]);
  expect(JSON.stringify(log)).not.toContain('tok_');
  value(await removeConnection(people, { principal, id, ip }));
  expect(await people.connections.secret(workspaceId, id)).toBeUndefined();
});

test('the security log is paged newest first and keeps workspaces apart', async () => {
  const principal = await owner();
  for (let n = 0; n < 5; n += 1)
    await people.audit.record({ principal, action: 'access.refused', detail: { n } });
  const { workspaceId } = principal;
  const first = await people.audit.list({ workspaceId, action: 'access.refused', limit: 2 });
  expect(first.map((event) => event.detail)).toEqual([{ n: 4 }, { n: 3 }]);
  const before = first[1]?.id;
  const second = await people.audit.list({ workspaceId, limit: 2, before });
  expect(second.map((event) => event.detail)).toEqual([{ n: 2 }, { n: 1 }]);
  expect(await people.audit.list({ workspaceId: people.newId(), limit: 9 })).toEqual([]);
});

test('a new name is the one that the next page shows', async () => {
  const principal = await owner();
  value(await renameUser(people, { principal, name: 'Mika Ito', ip }));
  expect(await people.users.session(principal.id)).toMatchObject({ name: 'Mika Ito' });
  expect(await actions(principal.workspaceId)).toContain('person.renamed');
});
