import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFront, listen } from './front.ts';

let server: Server;
const atTheDoor: string[] = [];
const door = (request: IncomingMessage, response: ServerResponse) => {
  atTheDoor.push(request.url ?? '');
  response.writeHead(202, { connection: 'close' }).end('{}');
};

beforeAll(async () => {
  server = createFront({
    unwell: () => null,
    draining: () => false,
    health: () => ({}),
    door: () => ({ handle: door, handleExpecting: door }),
    pages: () => undefined,
  });
  await listen(server, '127.0.0.1', 0);
});
afterAll(() => server.close());

/** What comes back for these bytes, until the server closes. */
function answerTo(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('connect', () => socket.write(text, 'latin1'));
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

test.each([
  {
    what: 'what is no HTTP at all',
    text: 'EHLO mail.example\r\n\r\n',
    status: 400,
    code: 'invalid_body',
  },
  {
    what: 'more headers than fit',
    text: `POST /hooks/t HTTP/1.1\r\nHost: h\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
    status: 431,
    code: 'body_too_large',
  },
  {
    what: 'a length and chunks at once',
    text: 'POST /api HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n',
    status: 400,
    code: 'invalid_body',
  },
])('$what is answered with a code', async ({ text, status, code }) => {
  const [head = '', body = ''] = (await answerTo(text)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} [A-Z]`));
  expect(head).toContain('application/problem+json');
  expect(JSON.parse(body)).toMatchObject({ status, code, detail: expect.any(String) });
});

test('the door is found behind a slash too many and behind a whole address', async () => {
  for (const target of ['//hooks/a?b=1', 'http://proxy.example//hooks/c', '/hooks//d']) {
    const answer = await answerTo(`GET ${target} HTTP/1.1\r\nHost: h\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 202 /);
  }
  expect(atTheDoor).toEqual(['/hooks/a?b=1', '/hooks/c', '/hooks//d']);
});
