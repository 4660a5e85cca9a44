import { expect, test } from 'vitest';
import type {
  ConnectionSecret,
  NodeContext,
  OutboundRequest,
  OutboundResponse,
  Scope,
} from '#lib/core/execution/types.ts';
import { testContext } from '#lib/nodes/test-context.ts';
import { httpRequestNode } from './definition.ts';
import { runHttpRequest } from './run.ts';
import { parseRetryAfter } from './status.ts';

type Reply = Partial<Omit<OutboundResponse, 'body'>> & { body?: string | Uint8Array };
type Given = { scope?: Partial<Scope>; reply?: Reply; secret?: ConnectionSecret };

/** Runs the step against a stand-in for the network, and keeps what it was asked to send. */
async function call(settings: Record<string, unknown>, given: Given = {}) {
  const sent: OutboundRequest[] = [];
  const context: Partial<NodeContext> = {
    send: async (request) => {
      sent.push(request);
      const { body = '', ...rest } = given.reply ?? {};
      const bytes = typeof body === 'string' ? Buffer.from(body) : body;
      const plain = { status: 200, headers: {}, truncated: false, url: request.url, ms: 3 };
      return { ok: true, value: { ...plain, ...rest, body: bytes } };
    },
    connection: async (id) => (id === 'desk' ? given.secret : undefined),
  };
  const parsed = httpRequestNode.settings.parse(settings);
  const outcome = await runHttpRequest(parsed, testContext(given.scope, context));
  return { outcome, sent: sent[0] as OutboundRequest, calls: sent.length };
}

const ticket = { data: { ticket_id: 17, customer_email: 'ada@example.com' } };

test('the contract’s example sends its JSON, its header, the idempotency key and the hop', async () => {
  const { outcome, sent } = await call(
    {
      method: 'POST',
      url: 'https://desk.example/notify',
      headers: { 'x-ticket': '{{body.data.ticket_id}}' },
      body: {
        type: 'json',
        value: { ticket: '{{body.data.ticket_id}}', from: '{{body.data.customer_email}}' },
      },
    },
    { scope: { body: ticket } },
  );
  expect(sent).toMatchObject({
    method: 'POST',
    url: 'https://desk.example/notify',
    headers: {
      'x-ticket': '17',
      'content-type': 'application/json',
      'idempotency-key': 'run-1:step:0',
      'hookline-hop': '1',
    },
    body: '{"ticket":17,"from":"ada@example.com"}',
    timeoutMs: 30_000,
    maxRedirects: 5,
  });
  expect(outcome).toMatchObject({
    kind: 'done',
    port: 'ok',
    input: { method: 'POST', body: { ticket: 17, from: 'ada@example.com' } },
  });
});

test('an idempotency key of the user’s own stays', async () => {
  const { sent } = await call({
    url: 'https://desk.example',
    headers: { 'Idempotency-Key': 'order-9' },
  });
  expect(sent.headers['idempotency-key']).toBe('order-9');
});

test('values are encoded in the URL and its query, in order and as often as they come', async () => {
  const { sent } = await call(
    {
      method: 'GET',
      url: 'https://desk.example/t/{{body.name}}?a=1#top',
      query: { tag: '{{body.tags}}', q: 'x & {{body.name}}', none: '{{body.none}}' },
    },
    { scope: { body: { name: 'a/b ?', tags: ['one', 'two'] } } },
  );
  expect(sent.url).toBe(
    'https://desk.example/t/a%2Fb%20%3F?a=1&tag=one&tag=two&q=x%20%26%20a%2Fb%20%3F#top',
  );
});

test('a URL that is exactly one template is taken as it is', async () => {
  const scope = { body: { callback: 'https://other.example/a?b=c%20d' } };
  const { sent } = await call({ url: '{{body.callback}}' }, { scope });
  expect(sent.url).toBe('https://other.example/a?b=c%20d');
});

test.each([
  ['{{body.nowhere}}', 'came out empty'],
  ['{{body.word}}', 'is not a URL'],
])('a URL from %s that is none fails before anything is sent', async (url, message) => {
  const { outcome, calls } = await call({ url }, { scope: { body: { word: 'desk' } } });
  expect(calls).toBe(0);
  expect(outcome).toMatchObject({
    kind: 'failed',
    error: { code: 'invalid_url', retryable: false },
  });
  expect(JSON.stringify(outcome)).toContain(message);
});

test('a line break in a header fails the step: data cannot add headers', async () => {
  const { outcome, calls } = await call(
    { url: 'https://desk.example', headers: { 'x-a': '{{body.a}}' } },
    { scope: { body: { a: 'b\r\nx-evil: 1' } } },
  );
  expect(calls).toBe(0);
  expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'invalid_header' } });
});

test('forms and raw texts go out with their content type', async () => {
  const scope = { body: { name: 'Ada & co', tags: ['x', 'y'] } };
  const form = await call(
    {
      url: 'https://a.example',
      body: { type: 'form', fields: { name: '{{body.name}}', tag: '{{body.tags}}' } },
    },
    { scope },
  );
  expect(form.sent.body).toBe('name=Ada+%26+co&tag=x&tag=y');
  expect(form.sent.headers['content-type']).toBe('application/x-www-form-urlencoded');
  const raw = await call(
    {
      url: 'https://a.example',
      body: { type: 'raw', text: '<n>{{body.name}}</n>', contentType: 'application/xml' },
    },
    { scope },
  );
  expect(raw.sent.body).toBe('<n>Ada & co</n>');
  expect(raw.sent.headers['content-type']).toBe('application/xml');
});

test.each<[ConnectionSecret, string, string]>([
  [{ type: 'bearer', token: 'tok-s3cret' }, 'authorization', 'Bearer tok-s3cret'],
  [
    { type: 'basic', username: 'ada', password: 'pw-s3cret' },
    'authorization',
    `Basic ${Buffer.from('ada:pw-s3cret').toString('base64')}`,
  ],
  [{ type: 'header', name: 'X-Desk-Key', value: 'key-s3cret' }, 'x-desk-key', 'key-s3cret'],
])('a %j connection is sent, and never kept with the step', async (secret, name, value) => {
  const settings = { url: 'https://desk.example', connectionId: 'desk' };
  const { sent, outcome } = await call(settings, { secret });
  expect(sent.headers[name]).toBe(value);
  expect(sent.credentialHeaders).toContain(name);
  expect(JSON.stringify(outcome)).not.toContain(value);
  expect(JSON.stringify(outcome)).not.toContain('s3cret');
});

test('a connection’s query secret is sent, and shown neither in input nor in output', async () => {
  const secret = { type: 'query' as const, name: 'api_key', value: 's3cret value' };
  const settings = { url: 'https://desk.example/a?b=1', connectionId: 'desk' };
  const { sent, outcome } = await call(settings, { secret });
  expect(sent.url).toBe('https://desk.example/a?b=1&api_key=s3cret%20value');
  expect(JSON.stringify(outcome)).not.toContain('s3cret');
});

test('a secret typed into a header or a URL is masked where the step is shown', async () => {
  const settings = {
    url: 'https://ada:pw-s3cret@desk.example/',
    headers: { authorization: 'Bearer tok-s3cret', 'x-api-key': 'key-s3cret', 'x-order': '7' },
  };
  const { sent, outcome } = await call(settings);
  expect(sent.headers.authorization).toBe('Bearer tok-s3cret');
  expect(sent.credentialHeaders).toEqual(['authorization', 'x-api-key']);
  expect(JSON.stringify(outcome)).not.toContain('s3cret');
  expect(outcome).toMatchObject({ input: { headers: { 'x-order': '7' } } });
});

test('a connection that is gone fails the step before anything is sent', async () => {
  const { outcome, calls } = await call({ url: 'https://desk.example', connectionId: 'old' });
  expect(calls).toBe(0);
  expect(outcome).toMatchObject({ error: { code: 'connection_missing', retryable: false } });
});

test.each([
  ['application/json; charset=utf-8', '{"a":1}', { a: 1 }],
  ['application/problem+json', '[1]', [1]],
  ['text/plain', 'hello', 'hello'],
  ['application/xml', '<a/>', '<a/>'],
  ['application/octet-stream', 'AB', 'QUI='],
  ['', 'plain words', 'plain words'],
  ['application/json', '', null],
])('an answer of type "%s" is read by its type', async (type, body, expected) => {
  const headers: Record<string, string> = type === '' ? {} : { 'content-type': type };
  const { outcome } = await call({ url: 'https://a.example' }, { reply: { headers, body } });
  expect(outcome).toMatchObject({ kind: 'done', output: { status: 200, body: expected, ms: 3 } });
});

test('an answer that calls itself JSON and is none is kept as text, with a warning', async () => {
  const reply = { headers: { 'content-type': 'application/json' }, body: '{oops' };
  const { outcome } = await call({ url: 'https://a.example' }, { reply });
  expect(outcome).toMatchObject({ kind: 'done', output: { body: '{oops' } });
  expect(outcome.warnings).toHaveLength(1);
  const strict = await call({ url: 'https://a.example', responseType: 'json' }, { reply });
  expect(strict.outcome).toMatchObject({ kind: 'failed', error: { code: 'invalid_response' } });
});

test.each([
  [408, true],
  [425, true],
  [429, true],
  [500, true],
  [503, true],
  [301, false],
  [400, false],
  [401, false],
  [404, false],
  [422, false],
])('status %d fails the step; tried again: %s', async (status, retryable) => {
  const reply = { status, body: 'why', headers: { 'content-type': 'text/plain' } };
  const { outcome } = await call({ url: 'https://desk.example/x' }, { reply });
  expect(outcome).toMatchObject({
    kind: 'failed',
    error: { code: `http_${status}`, retryable },
    output: { status, body: 'why' },
  });
  expect(JSON.stringify(outcome)).toContain('desk.example');
});

test('what counts as success can be said', async () => {
  const settings = { url: 'https://a.example', successStatuses: ['2xx', 404] };
  expect((await call(settings, { reply: { status: 404 } })).outcome.kind).toBe('done');
  expect((await call(settings, { reply: { status: 201 } })).outcome.kind).toBe('done');
  expect((await call(settings, { reply: { status: 410 } })).outcome.kind).toBe('failed');
});

test('the time the other side asks for is kept, in seconds or as a date', async () => {
  const reply = { status: 429, headers: { 'retry-after': '7' } };
  const { outcome } = await call({ url: 'https://a.example' }, { reply });
  expect(outcome).toMatchObject({ error: { retryAfterMs: 7000 } });
  const now = Date.parse('2026-11-24T09:00:00Z');
  expect(parseRetryAfter('Tue, 24 Nov 2026 09:00:30 GMT', now)).toBe(30_000);
  expect(parseRetryAfter('Tue, 24 Nov 2026 08:00:00 GMT', now)).toBe(0);
  for (const text of ['soon', '-5', '', undefined, '1.5', '2026']) {
    expect(parseRetryAfter(text, now)).toBe(text === '2026' ? 2_026_000 : undefined);
  }
});

test('a body of many megabytes is kept with the step only as its head', async () => {
  const scope = { body: { text: 'x'.repeat(200_000) } };
  const settings = { url: 'https://a.example', body: { type: 'json', value: '{{body}}' } };
  const { sent, outcome } = await call(settings, { scope });
  expect(sent.body).toHaveLength(200_011);
  expect(JSON.stringify(outcome).length).toBeLessThan(70_000);
});

test('problems that only show in use are told before publishing', () => {
  const fields = (settings: Record<string, unknown>) =>
    httpRequestNode.check?.(httpRequestNode.settings.parse(settings)).map(({ field }) => field);
  expect(fields({ url: 'https://a.example/{{body.id}}' })).toEqual([]);
  expect(fields({ url: '{{body.url}}' })).toEqual([]);
  expect(fields({ url: 'https://{{body.host}}/x' })).toEqual([]);
  expect(fields({ url: 'desk.example/x' })).toEqual(['url']);
  expect(fields({ url: 'ftp://{{body.host}}' })).toEqual(['url']);
  const headers = { host: 'b', 'hookline-hop': '0', 'a b': 'c', 'x-ok': 'd', 'x-line': 'a\nb' };
  expect(fields({ url: 'https://a.example', headers })).toEqual([
    'headers.host',
    'headers.hookline-hop',
    'headers.a b',
    'headers.x-line',
  ]);
});
