import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#lib/adapters/db/test-database.ts';

const root = resolve(import.meta.dirname, '..');
/** Of compiled code, shared with npm start: each of these starts loads the whole server. */
const cache = join(root, '.node', 'compile-cache');
const key = 'the key of the server test, 32 and more';
let db: TestDatabase;
let url: string;
let folder: string;
let occupied: Server;

beforeAll(async () => {
  db = await testDatabase();
  const { host, user, database } = db.config;
  url = `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(String(host))}`;
  folder = mkdtempSync(join(tmpdir(), 'hookline-server-'));
  occupied = createServer();
  await new Promise<void>((done) => occupied.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  occupied.close();
  rmSync(folder, { recursive: true, force: true });
  await db.drop();
});

type Ended = { code: number | null; said: string; complained: string };
type Running = { child: ChildProcess; ended: Promise<Ended>; said(): string };

function start(environment: Record<string, string>): Running {
  const child = spawn(process.execPath, ['server.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: cache,
      HOST: '127.0.0.1',
      PORT: '0',
      ...environment,
    } as never,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complained = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    complained += chunk;
  });
  const ended = new Promise<Ended>((done) =>
    child.once('close', (code) => done({ code, said, complained })),
  );
  return { child, ended, said: () => said };
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('It did not come about in time.');
    await new Promise((done) => setTimeout(done, 20));
  }
}

function portOf(running: Running): number {
  return Number(/http:\/\/127\.0\.0\.1:(\d+)/.exec(running.said())?.[1]);
}

test('a worker serves health and nothing else, tells the others that it is there, and SIGTERM ends it with 0', async () => {
  const worker = start({ DATABASE_URL: url, HOOKLINE_SECRET: key, HOOKLINE_ROLE: 'worker' });
  await until(() => portOf(worker) > 0);
  const base = `http://127.0.0.1:${portOf(worker)}`;
  const health = await fetch(`${base}/api/health`);
  expect(health.status).toBe(200);
  expect(await health.json()).toMatchObject({ status: 'ok', role: 'worker' });
  expect((await fetch(`${base}/hooks/anything`, { method: 'POST' })).status).toBe(404);
  const nodes = await db.pool.query('SELECT role FROM live_node');
  expect(nodes.rows).toEqual([{ role: 'worker' }]);
  worker.child.kill('SIGTERM');
  expect(await worker.ended).toMatchObject({ code: 0, complained: '' });
  expect((await db.pool.query('SELECT role FROM live_node')).rows).toEqual([]);
});

const refusals: [string, () => Record<string, string>, RegExp][] = [
  [
    'a taken port',
    () => ({ PORT: String((occupied.address() as AddressInfo).port) }),
    /^Port \d+ on 127\.0\.0\.1 is taken by another program: stop that program, or choose another with PORT/,
  ],
  [
    'a data folder that can not be written',
    () => {
      writeFileSync(join(folder, 'file'), '');
      return { HOOKLINE_DATA: join(folder, 'file', 'data') };
    },
    /^The data folder .* can't be written \(ENOTDIR\): make it writable/,
  ],
  [
    'a database server that does not answer',
    () => ({ DATABASE_URL: 'postgresql://me:hush@127.0.0.1:1/app', HOOKLINE_SECRET: key }),
    /^The database at 127\.0\.0\.1:1\/app can't be reached \(ECONNREFUSED: check DATABASE_URL/,
  ],
  [
    'a database server without a key',
    () => ({ DATABASE_URL: url }),
    /^With DATABASE_URL the key is yours to keep: set HOOKLINE_SECRET/,
  ],
  [
    'another key than the database was sealed with',
    () => ({ DATABASE_URL: url, HOOKLINE_SECRET: 'quite another key, 32 and more characters' }),
    /^This database was sealed with another key: set HOOKLINE_SECRET to that key/,
  ],
  [
    'a variable that makes no sense',
    () => ({ HOOKLINE_ROLE: 'boss' }),
    /^The variable HOOKLINE_ROLE is not usable: /,
  ],
];

test.each(refusals)(
  '%s ends the start with one sentence and exit code 1',
  async (_, environment, sentence) => {
    const { code, complained } = await start({ HOOKLINE_ROLE: 'worker', ...environment() }).ended;
    expect(complained.trim().split('\n')).toEqual([expect.stringMatching(sentence)]);
    expect(complained).not.toContain('hush');
    expect(code).toBe(1);
  },
);
