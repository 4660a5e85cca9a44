import { afterAll, beforeAll, expect, test } from 'vitest';
import { contracts } from '#lib/contracts/all.ts';
import { createEndpointContract, listEndpointsContract } from '#lib/contracts/endpoint.ts';
import { openapiContract } from '#lib/contracts/openapi-call.ts';
import {
  createWorkflowContract,
  getWorkflowContract,
  listWorkflowsContract,
} from '#lib/contracts/workflow.ts';
import { TestApi } from './test-api.ts';
import { routeFiles } from './test-routes.ts';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.open();
});
afterAll(() => api.close());

const someId = '0199a000-0000-7000-8000-000000000000';
/** Tools change nothing; everybody may change their own account. */
const changing = contracts.filter(
  ({ method, tag, path }) =>
    method !== 'GET' &&
    tag !== 'Tools' &&
    !/^\/api\/v1\/me(\/|$)/.test(path) &&
    path.startsWith('/api/v1/'),
);
const urlOf = (path: string) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (/id$/i.test(name) ? someId : '1'));

test('every call has a route file, and every route file answers only calls of the contract', async () => {
  const routed: string[] = [];
  for (const file of routeFiles()) {
    const module = await file.load();
    for (const [method, handler] of Object.entries(module)) {
      if (!handler.contract || method === 'HEAD') continue;
      expect(`${method} ${file.route}`).toBe(`${handler.contract.method} ${handler.contract.path}`);
      routed.push(`${method} ${file.route}`);
    }
  }
  const named = contracts.map(({ method, path }) => `${method} ${path}`);
  expect(routed.sort()).toEqual([...named].sort());
  expect(new Set(named).size).toBe(named.length);
});

test('a viewer can’t change anything but their own account', async () => {
  expect(changing.length).toBeGreaterThan(15);
  for (const { method, path } of changing) {
    const answer = await api.raw(method, urlOf(path), { token: api.tokens.viewer, text: '{}' });
    expect([path, answer.status]).toEqual([path, 403]);
  }
});

test('an editor can’t touch people and tokens', async () => {
  const owners = contracts.filter(({ role }) => role === 'owner');
  for (const { method, path } of owners) {
    const answer = await api.raw(method, urlOf(path), {
      token: api.tokens.editor,
      ...(method === 'GET' ? {} : { text: '{}' }),
    });
    expect([path, answer.status]).toEqual([path, 403]);
  }
});

test('a refusal for lack of rights is in the security log', async () => {
  await api.send(createWorkflowContract, { token: api.tokens.viewer, body: { name: 'x' } });
  const { rows } = await api.wiring.pool.query<{ detail: object; actor: object }>(
    `SELECT actor, detail FROM audit_event WHERE action = 'access.refused' ORDER BY id DESC LIMIT 1`,
  );
  expect(rows[0]).toMatchObject({
    actor: { type: 'token', label: 'viewer' },
    detail: { call: 'POST /api/v1/workflows', needs: 'editor', has: 'viewer' },
  });
});

test('all changes name their line in the security log, but saves of a draft', () => {
  const ours = ['Workflows', 'Endpoints', 'Requests', 'Runs'];
  const silent = changing.filter(({ audit, tag }) => ours.includes(tag) && !audit);
  expect(silent.map(({ path }) => path)).toEqual(['/api/v1/workflows/{id}/graph']);
});

test('every change is in the security log, without what was sent', async () => {
  const body = {
    name: 'Audited',
    verification: { scheme: 'bearer', secrets: ['do-not-log-this-secret'] },
  };
  const made = await api.send(createEndpointContract, { body });
  const { rows } = await api.wiring.pool.query<{ target: object }>(
    `SELECT * FROM audit_event WHERE action = 'endpoint.created'`,
  );
  expect(rows).toMatchObject([
    { target: { type: 'endpoint', id: made.body.id, label: 'Audited' } },
  ]);
  expect(JSON.stringify(rows)).not.toContain('do-not-log');
});

test('without a token, and with a wrong one, nothing is answered', async () => {
  const closed = contracts.filter(({ role }) => role !== 'public');
  for (const token of [null, 'hkl_wrong']) {
    for (const { method, path } of closed) {
      const answer = await api.raw(method, urlOf(path), {
        token,
        ...(method === 'GET' ? {} : { text: '{}' }),
      });
      expect([path, answer.status]).toEqual([path, 401]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
  }
});

test('a token of another workspace sees 404, and none of ours in its lists', async () => {
  const ours = await api.send(createWorkflowContract, { body: { name: 'Ours' } });
  const token = api.tokens.stranger;
  const params = { id: ours.body.id };
  expect((await api.send(getWorkflowContract, { params, token })).problem.code).toBe('not_found');
  expect((await api.send(listWorkflowsContract, { token })).body.items).toEqual([]);
  expect((await api.send(listEndpointsContract, { token })).body.items).toEqual([]);
  const writes = changing.filter(({ path }) => path.startsWith('/api/v1/workflows/{id}'));
  for (const { method, path } of writes) {
    const url = path.replace('{id}', ours.body.id).replace('{n}', '1');
    const body = { graph: { schema: 1, nodes: [], edges: [] }, baseRevision: 1 };
    const text = JSON.stringify(path.endsWith('/graph') ? body : {});
    const answer = await api.raw(method, url, { token, text });
    expect([path, answer.status]).toEqual([path, 404]);
  }
});

test('an unknown field is refused and named, however deep', async () => {
  const flat = await api.send(createWorkflowContract, { body: { name: 'x', nmae: 1 } });
  expect(flat).toMatchObject({ status: 400, problem: { code: 'unknown_field' } });
  expect(flat.problem.errors).toMatchObject([{ field: 'nmae' }]);
  const deep = await api.send(createEndpointContract, {
    body: { name: 'x', verification: { scheme: 'none', secretz: [] }, dedupe: { form: 'off' } },
  });
  expect(deep.problem.errors?.map(({ field }) => field)).toEqual([
    'verification.secretz',
    'dedupe.form',
  ]);
  const query = await api.raw('GET', '/api/v1/workflows?stauts=live');
  expect(await query.json()).toMatchObject({
    code: 'unknown_field',
    errors: [{ field: 'stauts' }],
  });
  const graph = { schema: 1, nodes: [], edges: [], extra: true };
  const inGraph = await api.send(createWorkflowContract, { body: { name: 'x', graph } });
  expect(inGraph.problem.errors).toMatchObject([{ field: 'graph.extra' }]);
});

test('a problem in a graph names its step', async () => {
  const node = { id: 'hook', type: 'webhook', name: '', position: { x: 0, y: 0 }, settings: {} };
  const graph = { schema: 1, nodes: [node], edges: [] };
  const made = await api.send(createWorkflowContract, { body: { name: 'x', graph } });
  expect(made.problem).toMatchObject({
    code: 'invalid_value',
    errors: [{ nodeId: 'hook', field: 'graph.nodes.0.name' }],
  });
});

test('a body that is no JSON object is malformed', async () => {
  for (const text of ['{', '[]', '"x"', 'null', 'name=x', '{"name":"\u0000"}', '﻿']) {
    const answer = await api.raw('POST', '/api/v1/workflows', { text });
    expect([text, answer.status]).toEqual([text, 400]);
    expect(await answer.json()).toMatchObject({ code: 'invalid_body' });
  }
  const deep = `{"name":"x","graph":${'['.repeat(5000)}${']'.repeat(5000)}}`;
  expect((await api.raw('POST', '/api/v1/workflows', { text: deep })).status).toBe(400);
});

test('a body past the limit of the call is too large, whatever its length header says', async () => {
  const text = JSON.stringify({ name: 'x'.repeat(1_100_000) });
  const answer = await api.raw('POST', '/api/v1/endpoints', { text });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: 'body_too_large' });
});

test('an id that is none, or of nothing, is not found', async () => {
  for (const id of ['x', '1', someId, `${someId}0`, "'; DROP TABLE run; --"]) {
    const answer = await api.raw('GET', `/api/v1/workflows/${encodeURIComponent(id)}`);
    expect([id, answer.status]).toEqual([id, 404]);
  }
});

test('a path that doesn’t exist and a method that isn’t one are problems too', async () => {
  const unknown = await api.raw('GET', '/api/v1/nothing/here', { token: null });
  expect(await unknown.json()).toMatchObject({ status: 404, code: 'not_found' });
  const method = await api.raw('PUT', '/api/v1/workflows', { text: '{}' });
  expect(method.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
  expect(await method.json()).toMatchObject({ status: 405, code: 'method_not_allowed' });
});

test('HEAD answers what GET would without its body, OPTIONS what may be called', async () => {
  const head = await api.raw('HEAD', '/api/v1/workflows');
  expect([head.status, await head.text()]).toEqual([200, '']);
  const options = await api.raw('OPTIONS', '/api/v1/workflows', { token: null });
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, POST, HEAD, OPTIONS']);
});

test('what breaks inside tells the caller nothing but the call’s id', async () => {
  const { workflows } = api.wiring.api;
  const { list } = workflows;
  workflows.list = () => {
    throw new Error('secret detail at /srv/hookline/lib');
  };
  const answer = await api.raw('GET', '/api/v1/workflows');
  workflows.list = list;
  const text = await answer.text();
  expect(answer.status).toBe(500);
  expect(text).not.toContain('secret detail');
  expect(text).toContain(answer.headers.get('x-request-id'));
});

test('the API describes itself as OpenAPI 3.1, every call and the door', async () => {
  const answer = await api.send(openapiContract, { token: null });
  const document = answer.body as unknown as {
    openapi: string;
    paths: Record<string, Record<string, unknown>>;
    components: { schemas: Record<string, unknown> };
  };
  expect(document.openapi).toBe('3.1.0');
  for (const { method, path } of contracts) {
    expect(document.paths[path]?.[method.toLowerCase()], path).toBeDefined();
  }
  expect(document.paths['/hooks/{token}']).toBeDefined();
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(10);
  for (const [, name = ''] of references)
    expect(document.components.schemas, name).toHaveProperty(name);
  expect(text).not.toContain('"#/$defs/');
  expect(text).not.toContain('"$ref":"#/definitions');
});
