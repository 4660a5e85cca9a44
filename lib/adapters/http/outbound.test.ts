import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import type { OutboundRequest, StepError } from '#lib/core/execution/types.ts';
import type { Resolve } from './egress.ts';
import { Outbound } from './outbound.ts';
import { outboundError } from './outbound-error.ts';
import { testDial } from './test-dial.ts';

type Handler = (request: IncomingMessage & { text: string }, response: ServerResponse) => void;
const cleanUp: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const end of cleanUp.splice(0).reverse()) await end();
});

async function listen(server: Server): Promise<number> {
  server.on('connection', (socket) => cleanUp.push(() => void socket.destroy()));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  cleanUp.push(() => new Promise<void>((done) => server.close(() => done())));
  return (server.address() as AddressInfo).port;
}

/** A receiver on loopback; gives its origin. */
async function receiver(handler: Handler): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () =>
      handler(Object.assign(request, { text: Buffer.concat(chunks).toString() }), response),
    );
  });
  const port = await listen(server);
  return `http://127.0.0.1:${port}`;
}

function caller(options: Partial<ConstructorParameters<typeof Outbound>[0]> = {}) {
  const outbound = new Outbound({ allow: ['127.0.0.1/32'], ...options });
  cleanUp.push(() => outbound.stop());
  return (url: string, change: Partial<OutboundRequest> = {}) =>
    outbound.send({
      ...{ method: 'POST', url, headers: {}, body: null, timeoutMs: 5000 },
      ...{ maxResponseBytes: 100_000, maxRedirects: 5, credentialHeaders: [] },
      signal: new AbortController().signal,
      ...change,
    });
}

async function errorOf(sent: ReturnType<ReturnType<typeof caller>>): Promise<StepError> {
  const result = await sent;
  if (result.ok) throw new Error(`Answered ${result.value.status}.`);
  return result.error;
}
async function answerOf(sent: ReturnType<ReturnType<typeof caller>>) {
  const result = await sent;
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return { ...result.value, text: Buffer.from(result.value.body).toString() };
}

test('a call goes out as it was given and its answer comes back whole', async () => {
  const url = await receiver((request, response) => {
    response.writeHead(201, { 'content-type': 'text/plain', 'x-a': ['1', '2'] });
    response.end(`${request.method} ${request.url} ${request.headers['x-name']} ${request.text}`);
  });
  const answer = await answerOf(
    caller()(`${url}/a?b=c`, { method: 'PUT', headers: { 'x-name': 'Zoë 東京' }, body: 'hello' }),
  );
  const utf8 = Buffer.from('Zoë 東京').toString('latin1');
  expect(answer).toMatchObject({ status: 201, url: `${url}/a?b=c`, truncated: false });
  expect(answer.headers).toMatchObject({ 'content-type': 'text/plain', 'x-a': '1, 2' });
  expect(answer.text).toBe(`PUT /a?b=c ${utf8} hello`);
  expect(answer.ms).toBeGreaterThanOrEqual(0);
});

test('without an allowance loopback and private addresses are not reached', async () => {
  let called = 0;
  const url = await receiver((_request, response) => {
    called += 1;
    response.end();
  });
  const port = new URL(url).port;
  const send = caller({ allow: [] });
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0']) {
    expect([host, (await errorOf(send(`http://${host}:${port}/`))).code]).toEqual([
      host,
      'egress_blocked',
    ]);
  }
  expect(called).toBe(0);
});

test('a name with one closed address among open ones is not called', async () => {
  const reached: string[] = [];
  const resolve: Resolve = async () => [
    { address: '93.184.215.14', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ];
  const send = caller({ allow: [], resolve, dial: testDial(1, reached) });
  const error = await errorOf(send('https://mixed.example/'));
  expect(error).toMatchObject({ code: 'egress_blocked', retryable: false });
  expect(error.message).toBe(
    'mixed.example is inside a private network. Ask an owner to allow it.',
  );
  expect(reached).toEqual([]);
});

test('a socket that ends up inside is closed before a byte of the request is written', async () => {
  let bytes = 0;
  const server = createTcpServer((socket) => {
    socket.on('data', (chunk) => {
      bytes += chunk.length;
    });
    socket.on('error', () => undefined);
  });
  const port = await listen(server);
  const resolve: Resolve = async () => [{ address: '93.184.215.14', family: 4 }];
  const send = caller({ allow: [], resolve, dial: testDial(port, [], '127.0.0.1') });
  expect((await errorOf(send('http://rebound.example/', { body: 'secret' }))).code).toBe(
    'egress_blocked',
  );
  expect(bytes).toBe(0);
});

test('a host that was opened is called at its private address', async () => {
  const url = await receiver((request, response) => response.end(request.headers.host));
  const { port } = new URL(url);
  const resolve: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  const send = caller({ allow: ['desk.internal'], resolve });
  expect((await answerOf(send(`http://desk.internal:${port}/`))).text).toBe(
    `desk.internal:${port}`,
  );
  expect((await errorOf(send(`http://other.internal:${port}/`))).code).toBe('egress_blocked');
});

test.each([
  [301, 'POST', 'GET', ''],
  [302, 'POST', 'GET', ''],
  [303, 'PUT', 'GET', ''],
  [303, 'HEAD', 'HEAD', ''],
  [302, 'PUT', 'PUT', 'hello'],
  [307, 'POST', 'POST', 'hello'],
  [308, 'PATCH', 'PATCH', 'hello'],
])('a %d after %s is followed as %s', async (...given) => {
  const [status, method, followedAs, body] = given;
  const seen: string[] = [];
  const url = await receiver((request, response) => {
    seen.push(
      `${request.method} ${request.url} ${request.headers['content-type'] ?? '-'} ${request.text}`,
    );
    if (request.url === '/old') response.writeHead(status, { location: '/new?x=1' });
    response.end();
  });
  const sent = method === 'HEAD' ? null : 'hello';
  const answer = await answerOf(
    caller()(`${url}/old`, { method, body: sent, headers: { 'content-type': 'text/plain' } }),
  );
  const type = followedAs === method ? 'text/plain' : '-';
  expect(seen[1]).toBe(`${followedAs} /new?x=1 ${type} ${body}`);
  expect(answer.url).toBe(`${url}/new?x=1`);
});

test('credentials stay with the origin they were meant for', async () => {
  const names = ['authorization', 'cookie', 'x-desk-key', 'x-order'];
  const show = (request: IncomingMessage) =>
    names.map((name) => request.headers[name] ?? '-').join(' ');
  const other = await receiver((request, response) => response.end(show(request)));
  const url = await receiver((request, response) => {
    const location = request.url === '/here' ? '/there' : `${other}/`;
    if (request.url === '/there') return response.end(show(request));
    response.writeHead(307, { location }).end();
  });
  const headers = { authorization: 'Bearer t', cookie: 'c=1', 'x-desk-key': 'k', 'x-order': '7' };
  const change = { headers, credentialHeaders: ['x-desk-key'] };
  const send = caller();
  expect((await answerOf(send(`${url}/here`, change))).text).toBe('Bearer t c=1 k 7');
  expect((await answerOf(send(`${url}/away`, change))).text).toBe('- - - 7');
});

test('a redirect inside, to another scheme or without end is not followed', async () => {
  const url = await receiver((request, response) => {
    const location = {
      '/in': 'http://10.0.0.1/',
      '/file': 'file:///etc/passwd',
      '/bad': 'http://[',
    }[request.url ?? ''];
    response.writeHead(302, { location: location ?? '/again' }).end();
  });
  const send = caller();
  expect((await errorOf(send(`${url}/in`))).code).toBe('egress_blocked');
  expect((await errorOf(send(`${url}/file`))).code).toBe('invalid_url');
  expect((await errorOf(send(`${url}/bad`))).code).toBe('invalid_url');
  expect((await errorOf(send(`${url}/loop`))).code).toBe('too_many_redirects');
  expect(await answerOf(send(`${url}/loop`, { maxRedirects: 0 }))).toMatchObject({ status: 302 });
});

test('a long answer is cut at the limit, and the next call works', async () => {
  const url = await receiver((request, response) => {
    response.end(request.url === '/long' ? 'x'.repeat(3_000_000) : 'short');
  });
  const send = caller();
  const long = await answerOf(send(`${url}/long`, { maxResponseBytes: 1000 }));
  expect([long.truncated, long.text.length]).toEqual([true, 1000]);
  expect((await answerOf(send(`${url}/short`))).text).toBe('short');
  const exact = await answerOf(send(`${url}/short`, { maxResponseBytes: 5 }));
  expect([exact.truncated, exact.text]).toEqual([false, 'short']);
});

const plain = 'hello '.repeat(100);
test.each([
  ['gzip', gzipSync(plain)],
  ['x-gzip', gzipSync(plain)],
  ['deflate', deflateSync(plain)],
  ['deflate', deflateRawSync(plain)],
  ['br', brotliCompressSync(plain)],
  ['zstd', zstdCompressSync(plain)],
  ['gzip, br', brotliCompressSync(gzipSync(plain))],
  ['identity', Buffer.from(plain)],
])('an answer compressed with %s is read', async (encoding, body) => {
  const url = await receiver((_request, response) => {
    response.writeHead(200, { 'content-encoding': encoding }).end(body);
  });
  expect((await answerOf(caller()(url))).text).toBe(plain);
});

test('a compressed bomb stops at the limit, and a broken one fails the call', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const url = await receiver((request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    response.end(request.url === '/bomb' ? bomb : 'this is not gzip');
  });
  const answer = await answerOf(caller()(`${url}/bomb`));
  expect([answer.truncated, answer.body.length]).toEqual([true, 100_000]);
  expect((await errorOf(caller()(`${url}/broken`))).code).toBe('invalid_response');
});

test('who never answers, or never ends, is given up on after the total time', async () => {
  const url = await receiver((request, response) => {
    if (request.url === '/drip') response.write('a');
  });
  const send = caller();
  for (const path of ['/silent', '/drip']) {
    const error = await errorOf(send(url + path, { timeoutMs: 60 }));
    expect(error).toMatchObject({ code: 'timeout', retryable: true });
  }
});

test('a call whose run is stopped ends at once', async () => {
  const stop = new AbortController();
  const url = await receiver(() => stop.abort());
  const sent = caller()(url, { signal: stop.signal });
  expect(await errorOf(sent)).toMatchObject({ code: 'cancelled', retryable: false });
  expect((await errorOf(caller()(url, { signal: stop.signal }))).code).toBe('cancelled');
});

test('faults of the connection are told apart, with whether they can pass', async () => {
  const cut = await listen(createTcpServer((socket) => socket.destroy()));
  const noise = await listen(
    createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', () => socket.end('this is not HTTP\r\n\r\n'));
    }),
  );
  const free = createTcpServer();
  await new Promise<void>((done) => free.listen(0, '127.0.0.1', done));
  const { port: unused } = free.address() as AddressInfo;
  await new Promise<void>((done) => free.close(() => done()));
  const send = caller();
  const codeOf = async (url: string) => {
    const { code, retryable } = await errorOf(send(url));
    return `${code} ${retryable}`;
  };
  expect(await codeOf(`http://127.0.0.1:${unused}/`)).toBe('connection_failed true');
  expect(await codeOf(`http://127.0.0.1:${cut}/`)).toBe('connection_failed true');
  expect(await codeOf(`http://127.0.0.1:${noise}/`)).toBe('invalid_response false');
  expect(await codeOf(`https://127.0.0.1:${noise}/`)).toBe('tls_failed false');
  const nobody = caller({ resolve: async () => [] });
  expect((await errorOf(nobody('http://nobody.example/'))).code).toBe('dns_failed');
});

test.each([
  ['EAI_AGAIN', 'dns_failed', true],
  ['ENOTFOUND', 'dns_failed', false],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout', true],
  ['EHOSTUNREACH', 'connection_failed', true],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls_failed', false],
  ['CERT_HAS_EXPIRED', 'tls_failed', false],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls_failed', false],
  ['ESOMETHING', 'connection_failed', true],
])('the error %s is told as %s', (code, told, retryable) => {
  const cause = Object.assign(new Error('why'), { code });
  expect(outboundError(cause, 'a.example')).toMatchObject({ code: told, retryable });
  expect(outboundError({ errors: [cause] }, 'a.example').code).toBe(told);
});

test('a proxy named by the environment is not used', async () => {
  process.env.HTTP_PROXY = 'http://127.0.0.1:1';
  cleanUp.push(() => {
    delete process.env.HTTP_PROXY;
  });
  const url = await receiver((_request, response) => response.end('direct'));
  expect((await answerOf(caller()(url))).text).toBe('direct');
});

test('a user name in the URL becomes a sign-in', async () => {
  const url = await receiver((request, response) => response.end(request.headers.authorization));
  const withUser = url.replace('http://', 'http://ada:p%40ss%zz@');
  const expected = `Basic ${Buffer.from('ada:p%40ss%zz').toString('base64')}`;
  expect((await answerOf(caller()(withUser))).text).toBe(expected);
});

test('many calls at once all get their own answer, over few connections', async () => {
  const sockets = new Set<unknown>();
  const url = await receiver((request, response) => {
    sockets.add(request.socket);
    response.end(request.text);
  });
  const send = caller();
  const bodies = Array.from({ length: 500 }, (_, index) => String(index));
  const answers = await Promise.all(bodies.map((body) => answerOf(send(url, { body }))));
  expect(answers.map(({ text }) => text)).toEqual(bodies);
  expect(sockets.size).toBeLessThanOrEqual(64);
});
