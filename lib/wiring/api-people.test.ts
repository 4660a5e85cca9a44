import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeMeContract, endSessionsContract, getMeContract } from '#lib/contracts/account.ts';
import { listAuditContract } from '#lib/contracts/audit.ts';
import {
  changeConnectionContract,
  connectionUsageContract,
  createConnectionContract,
  deleteConnectionContract,
  getConnectionContract,
  listConnectionsContract,
  testConnectionContract,
} from '#lib/contracts/connections.ts';
import {
  changeMemberContract,
  inviteMemberContract,
  listMembersContract,
  removeMemberContract,
} from '#lib/contracts/members.ts';
import {
  createTokenContract,
  deleteTokenContract,
  listTokensContract,
} from '#lib/contracts/tokens.ts';
import { createWorkflowContract } from '#lib/contracts/workflow.ts';
import { changeWorkspaceContract, getWorkspaceContract } from '#lib/contracts/workspace.ts';
import { TestApi } from './test-api.ts';

const instanceToken = 'the token of the environment, long enough';
let api: TestApi;

beforeAll(async () => {
  api = await TestApi.open({
    HOOKLINE_API_TOKEN: instanceToken,
    HOOKLINE_APP_URL: 'https://hookline.acme.example/',
    HOOKLINE_EGRESS_ALLOW: '127.0.0.1/32',
  });
});
afterAll(() => api.close());

test('a token’s value is shown once, works with its role, and stops when it is removed', async () => {
  const made = await api.send(createTokenContract, { body: { name: 'CI', role: 'viewer' } });
  expect(made.status).toBe(201);
  const { id, value, hint } = made.body;
  expect(value.endsWith(hint)).toBe(true);
  const me = await api.send(getMeContract, { token: value });
  expect(me.body).toEqual({
    kind: 'token',
    id,
    label: 'CI',
    role: 'viewer',
    workspace: { id: api.workspaceId, name: 'Ours' },
  });
  expect((await api.send(createTokenContract, { token: value, body: { name: 'x' } })).status).toBe(
    403,
  );
  const listed = await api.send(listTokensContract);
  expect(listed.body.items[0]).toMatchObject({ id, name: 'CI', lastUsedAt: expect.any(String) });
  expect(JSON.stringify(listed.body)).not.toContain(value);
  const foreign = await api.send(deleteTokenContract, {
    params: { id },
    token: api.tokens.stranger,
  });
  expect(foreign.status).toBe(404);
  expect((await api.send(deleteTokenContract, { params: { id } })).status).toBe(204);
  expect((await api.send(getMeContract, { token: value })).problem.code).toBe('unauthorized');
});

test('the token of the environment acts as owner of the first workspace', async () => {
  const me = await api.send(getMeContract, { token: instanceToken });
  expect(me.body).toMatchObject({ kind: 'instance', role: 'owner', workspace: { name: 'Ours' } });
  const members = await api.send(listMembersContract, { token: instanceToken });
  expect(members.status).toBe(200);
});

test('a call without a token, or with one that is none, is refused and told what to do', async () => {
  for (const token of [null, 'nonsense']) {
    const answer = await api.send(getMeContract, { token });
    expect(answer.status).toBe(401);
    expect(answer.problem.detail).toMatch(/token/);
    expect(answer.response.headers.get('www-authenticate')).toBe('Bearer');
  }
});

test('a token has no password and no sessions to end', async () => {
  expect((await api.send(endSessionsContract)).problem.code).toBe('forbidden');
  const renamed = await api.send(changeMeContract, { body: { name: 'Token' } });
  expect(renamed.problem.code).toBe('forbidden');
});

test('an invitation links to where people open Hookline and is listed without its code', async () => {
  const body = { email: 'Lena@Acme.example', role: 'editor' };
  const invited = await api.send(inviteMemberContract, { body });
  expect(invited.status).toBe(201);
  const { id, inviteUrl } = invited.body;
  expect(inviteUrl).toMatch(/^https:\/\/hookline\.acme\.example\/invite\?code=[\w-]{32}$/);
  const listed = await api.send(listMembersContract);
  expect(listed.body.items).toEqual([
    expect.objectContaining({ id, status: 'invited', email: 'lena@acme.example', role: 'editor' }),
  ]);
  const change = await api.send(changeMemberContract, { params: { id }, body: { role: 'viewer' } });
  expect(change.body.role).toBe('viewer');
  expect((await api.send(removeMemberContract, { params: { id } })).status).toBe(204);
  expect((await api.send(removeMemberContract, { params: { id } })).status).toBe(404);
});

test('only an owner manages people and tokens and reads the security log', async () => {
  for (const token of [api.tokens.editor, api.tokens.viewer]) {
    expect((await api.send(listTokensContract, { token })).status).toBe(403);
    const body = { email: 'x@acme.example' };
    expect((await api.send(inviteMemberContract, { token, body })).status).toBe(403);
    expect((await api.send(listAuditContract, { token })).status).toBe(403);
    expect((await api.send(listMembersContract, { token })).status).toBe(200);
  }
});

test('a connection’s values are written and never read, and tested on a real address', async () => {
  const seen: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(request.url === '/me' ? 200 : 401).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const secret = { type: 'bearer', token: 'tok_0123456789abcdef' };
  const { editor: token, viewer } = api.tokens;
  const made = await api.send(createConnectionContract, { token, body: { name: 'Desk', secret } });
  expect(made.body).toMatchObject({ name: 'Desk', type: 'bearer', hint: '…cdef' });
  const params = { id: made.body.id };
  const testIt = (url: string) =>
    api.send(testConnectionContract, { params, token, body: { url } });
  expect((await testIt(`${base}/me`)).body).toMatchObject({ ok: true, status: 200 });
  expect((await testIt(`${base}/no`)).body).toMatchObject({ ok: false, status: 401 });
  expect(seen).toEqual(Array(2).fill(`Bearer ${secret.token}`));
  const inside = await testIt('http://10.0.0.1/');
  expect(inside.body).toMatchObject({ ok: false, status: null });
  const renamed = await api.send(changeConnectionContract, {
    params,
    token,
    body: { name: 'Help' },
  });
  expect(renamed.body.name).toBe('Help');
  const read = await api.send(getConnectionContract, { params, token: viewer });
  expect(JSON.stringify(read.body)).not.toContain('tok_');
  const foreign = await api.send(getConnectionContract, { params, token: api.tokens.stranger });
  expect(foreign.status).toBe(404);
  expect((await api.send(deleteConnectionContract, { params, token: viewer })).status).toBe(403);
  expect((await api.send(deleteConnectionContract, { params, token })).status).toBe(204);
  expect((await api.send(listConnectionsContract, { token })).body.items).toEqual([]);
  server.close();
});

test('a header or query that would break out of its place is refused', async () => {
  const wrong = [
    { type: 'header', name: 'x key', value: 'v' },
    { type: 'header', name: 'x-key', value: 'a\r\nb: c' },
    { type: 'bearer', token: 'a\nb' },
    { type: 'basic', username: 'a:b', password: 'c' },
    { type: 'oauth', token: 'x' },
  ];
  for (const secret of wrong) {
    const answer = await api.send(createConnectionContract, { body: { name: 'x', secret } });
    expect(answer.status).toBe(422);
  }
});

test('the security log tells who did what and what was refused, page by page', async () => {
  const { body } = await api.send(listAuditContract, { query: { limit: '3' } });
  expect(body.items).toHaveLength(3);
  const older = { limit: '200', cursor: body.nextCursor ?? '' };
  const rest = await api.send(listAuditContract, { query: older });
  const actions = [...body.items, ...rest.body.items].map(({ action }) => action);
  for (const action of ['token.created', 'token.removed', 'invitation.removed', 'access.refused'])
    expect(actions).toContain(action);
  const refused = await api.send(listAuditContract, { query: { action: 'access.*' } });
  expect(refused.body.items.at(-1)?.detail).toMatchObject({ needs: 'owner', has: 'viewer' });
  const foreign = await api.send(listAuditContract, { token: api.tokens.stranger });
  expect(foreign.body.items.map(({ action }) => action)).not.toContain('token.created');
  expect(JSON.stringify([body, rest.body])).not.toMatch(/hkl_|tok_/);
});

test('a connection says which workflows name it, and no stranger learns of them', async () => {
  const secret = { type: 'bearer', token: 'a-token-that-nobody-guesses' };
  const made = await api.send(createConnectionContract, { body: { name: 'Desk', secret } });
  const connectionId = made.body.id;
  const graph = {
    schema: 1,
    nodes: [
      {
        id: 'tell',
        type: 'http_request',
        name: 'Tell',
        position: { x: 0, y: 0 },
        settings: { method: 'POST', url: 'https://desk.example/', connectionId },
      },
    ],
    edges: [],
  };
  const workflow = await api.send(createWorkflowContract, { body: { name: 'Teller', graph } });
  const { body } = await api.send(connectionUsageContract);
  expect(body.items).toContainEqual({
    connectionId,
    workflows: [{ id: workflow.body.id, name: 'Teller', live: false }],
  });
  const foreign = await api.send(connectionUsageContract, { token: api.tokens.stranger });
  expect(foreign.body.items).toEqual([]);
});

test('everybody reads what the server sets for the workspace; an owner renames it', async () => {
  const { viewer: token, editor, stranger } = api.tokens;
  const { body } = await api.send(getWorkspaceContract, { token });
  expect(body).toEqual({
    id: api.workspaceId,
    name: 'Ours',
    retentionDays: 30,
    publicUrl: null,
    egressAllow: ['127.0.0.1/32'],
  });
  const rename = (name: string, as: string) =>
    api.send(changeWorkspaceContract, { token: as, body: { name } });
  expect((await rename('Mine', editor)).status).toBe(403);
  expect((await rename('  ', api.tokens.owner)).status).toBe(422);
  expect((await rename(' Acme ', api.tokens.owner)).body.name).toBe('Acme');
  const log = await api.send(listAuditContract, { query: { action: 'workspace.renamed' } });
  expect(log.body.items.map(({ target }) => target)[0]).toMatchObject({
    id: api.workspaceId,
    label: 'Acme',
  });
  const theirs = await api.send(getWorkspaceContract, { token: stranger });
  expect(theirs.body.name).toBe('Theirs');
  await rename('Ours', api.tokens.owner);
});
