import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestDoor, type TestEndpoint, until } from './test-door.ts';
import { sendRaw } from './test-raw-http.ts';

/** What senders do to HTTP that ordinary clients don't. */
let door: TestDoor;
beforeAll(async () => {
  door = await TestDoor.open();
});
afterAll(() => door.close());

type Odd = { target?: string; headers?: readonly string[]; halfClose?: boolean };

function post(endpoint: TestEndpoint, { target, headers = [], halfClose = false }: Odd = {}) {
  const path = `/hooks/${endpoint.token}`;
  const lines = [
    `POST ${target ?? path} HTTP/1.1`,
    'Host: hooks.example',
    'Content-Length: 3',
    ...headers,
  ];
  const bytes = Buffer.from(`${lines.join('\r\n')}\r\n\r\nabc`);
  return sendRaw({ port: door.port(), bytes, halfClose });
}

test('an address sent whole, as to a proxy, is read as its path', async () => {
  const endpoint = await door.endpoint();
  const target = `http://hooks.example/hooks/${endpoint.token}/rest?a=1`;
  const answer = await post(endpoint, { target });
  expect(answer.status).toBe(202);
  const row = await door.stored(JSON.parse(answer.body).id);
  expect([row.path, row.query]).toEqual(['/rest', 'a=1']);
});

test('an expectation that nobody knows keeps no request out', async () => {
  const endpoint = await door.endpoint();
  const answer = await post(endpoint, { headers: ['Expect: a-cup-of-tea'] });
  expect(answer.status).toBe(202);
});

test('a whole body is taken although its sender closed while the endpoint was looked up', async () => {
  const endpoint = await door.endpoint();
  await post(endpoint, { halfClose: true });
  const stats = await until(
    () => door.stats(endpoint),
    ({ received }) => received === 1,
  );
  expect([stats.received, stats.rejected]).toEqual([1, 0]);
});

test('the count of hops can be passed neither by its length nor by sending it twice', async () => {
  const endpoint = await door.endpoint();
  for (const headers of [['Hookline-Hop: 10000'], ['Hookline-Hop: 1', 'Hookline-Hop: 11']]) {
    expect((await post(endpoint, { headers })).status).toBe(508);
  }
  expect((await post(endpoint, { headers: ['Hookline-Hop: 10'] })).status).toBe(202);
});
