// One of the three servers that are compared, in a process of its own.

import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPool, type PoolConfig } from '#lib/adapters/db/pool.ts';
import { uuidv7 } from '#lib/core/ids.ts';
import { readEnvironment } from '#lib/env.ts';
import { createLog } from '#lib/log.ts';
import { buildWiring } from '#lib/wiring/build.ts';
import { createFront } from '../../server/front.ts';

export type ServerOrder = {
  kind: 'bare' | 'insert' | 'door';
  database: PoolConfig;
  secret: string;
};

const order = JSON.parse(process.argv[2] ?? '{}') as ServerOrder;

function readBody(request: IncomingMessage, done: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => done(Buffer.concat(chunks)));
}

function accept(response: ServerResponse): void {
  response.writeHead(202, { 'content-type': 'application/json', 'content-length': 21 });
  response.end('{"status":"accepted"}');
}

function bare() {
  return createServer((request, response) => readBody(request, () => accept(response)));
}

/** What one would write first: each request inserted, committed, answered. */
async function insert() {
  const pool = createPool(order.database);
  await pool.query(
    'CREATE TABLE IF NOT EXISTS bench_request (id uuid PRIMARY KEY, at timestamptz, headers text, body bytea)',
  );
  const text = 'INSERT INTO bench_request (id, at, headers, body) VALUES ($1, now(), $2, $3)';
  return createServer((request, response) =>
    readBody(request, (body) => {
      const id = uuidv7(Date.now(), randomBytes(10));
      const values = [id, JSON.stringify(request.rawHeaders), body];
      pool.query({ name: 'bench', text, values }).then(
        () => accept(response),
        () => response.writeHead(503).end(),
      );
    }),
  );
}

async function door() {
  const environment = readEnvironment({ HOOKLINE_ROLE: 'web' });
  const wiring = buildWiring({
    environment,
    log: createLog(environment.HOOKLINE_LOG_LEVEL),
    database: order.database,
    secret: order.secret,
  });
  for (const service of wiring.services) await service.start?.();
  return createFront({
    unwell: () => null,
    draining: () => false,
    health: () => ({}),
    door: () => wiring.door,
    pages: () => undefined,
  });
}

const makers = { bare, insert, door };
const server = await makers[order.kind]();
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
process.on('disconnect', () => process.exit());
