import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EmbeddedPostgres } from './embedded-postgres.ts';

let folder: string;
const folders: string[] = [];
const started: EmbeddedPostgres[] = [];

function instance(dataFolder = folder) {
  const said: string[] = [];
  const fatal: Error[] = [];
  const postgres = new EmbeddedPostgres({
    dataFolder,
    durable: false,
    say: (sentence) => said.push(sentence),
    onFatal: (cause) => fatal.push(cause),
  });
  started.push(postgres);
  return { postgres, said, fatal };
}

async function ask(postgres: EmbeddedPostgres, statement: string) {
  const client = new pg.Client(postgres.config);
  await client.connect();
  try {
    return (await client.query(statement)).rows[0];
  } finally {
    await client.end();
  }
}

function postmasterPid(postgres: EmbeddedPostgres): number {
  return Number(readFileSync(join(postgres.folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 40_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('It did not come about in time.');
    await new Promise((done) => setTimeout(done, 20));
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hookline-embedded-'));
  folders.push(folder);
});
afterAll(async () => {
  for (const postgres of started) await postgres.stop();
  for (const postgres of started)
    rmSync(join(postgres.folder, '..'), { recursive: true, force: true });
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

test('a first start makes a UTF-8 database that only a local socket reaches, and stopping ends it', async () => {
  const { postgres } = instance();
  await postgres.start();
  expect(postgres.ready).toBe(true);
  expect(
    await ask(
      postgres,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS addresses`,
    ),
  ).toEqual({ encoding: 'UTF8', addresses: '' });
  const pid = postmasterPid(postgres);
  await postgres.stop();
  expect(existsSync(join(postgres.folder, 'postmaster.pid'))).toBe(false);
  expect(() => process.kill(pid, 0)).toThrow();
});

test('a second Hookline on the same data is refused in one sentence and the first goes on', async () => {
  const first = instance();
  await first.postgres.start();
  await expect(instance().postgres.start()).rejects.toMatchObject({
    code: 'start_refused',
    message: expect.stringMatching(
      new RegExp(
        `^Another Hookline \\(process ${process.pid}\\) is running on the data folder .*: stop it first`,
      ),
    ),
  });
  expect(await ask(first.postgres, 'SELECT 1 AS one')).toEqual({ one: 1 });
  await first.postgres.stop();
});

test('a PostgreSQL that dies under us is started again with everything that was committed', async () => {
  const { postgres, said } = instance();
  await postgres.start();
  await ask(postgres, 'CREATE TABLE kept AS SELECT 7 AS n');
  process.kill(postmasterPid(postgres), 'SIGKILL');
  await until(() => !postgres.ready);
  await until(() => postgres.ready);
  expect(await ask(postgres, 'SELECT n FROM kept')).toEqual({ n: 7 });
  expect(said).toContain('The database is back.');
  await postgres.stop();
});

/** Another Hookline in a process of its own; resolves once it runs. */
function otherProcess(): Promise<ChildProcess> {
  const module = new URL('./embedded-postgres.ts', import.meta.url).href;
  const program = `import { EmbeddedPostgres } from ${JSON.stringify(module)};
    const options = { dataFolder: ${JSON.stringify(folder)}, durable: false, say() {}, onFatal() {} };
    await new EmbeddedPostgres(options).start();
    process.stdout.write('up');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((done, fail) => {
    child.stdout?.once('data', () => done(child));
    child.once('exit', (code) => fail(new Error(`It ended with ${code}.`)));
  });
}

test('a PostgreSQL left running by a killed Hookline is taken over as it is', async () => {
  const { postgres } = instance();
  const killed = await otherProcess();
  const pid = postmasterPid(postgres);
  killed.kill('SIGKILL');
  await postgres.start();
  expect(postmasterPid(postgres)).toBe(pid);
  await postgres.stop();
  expect(existsSync(join(postgres.folder, 'postmaster.pid'))).toBe(false);
});

test('a process number that another program got since does not stand in the way', async () => {
  const { postgres } = instance();
  const own = `${process.pid}\n${postgres.folder}\n1700000000\n5432\n\n\n  1 1\nready\n`;
  writeFileSync(join(postgres.folder, 'postmaster.pid'), own);
  await postgres.start();
  expect(postgres.ready).toBe(true);
  await postgres.stop();
});

test('data of another PostgreSQL major is refused in one sentence', async () => {
  const { postgres } = instance();
  const file = join(postgres.folder, 'PG_VERSION');
  const made = readFileSync(file, 'utf8');
  writeFileSync(file, '12\n');
  await expect(postgres.start()).rejects.toThrow(
    /made by PostgreSQL 12 and this Hookline brings PostgreSQL 18/,
  );
  writeFileSync(file, made);
});

test('a start that was cut off while it made the database leaves nothing that hinders the next', async () => {
  const other = mkdtempSync(join(tmpdir(), 'hookline-embedded-'));
  folders.push(other);
  const { postgres } = instance(other);
  mkdirSync(`${postgres.folder}.new-4194304`, { recursive: true });
  await postgres.start();
  expect(existsSync(`${postgres.folder}.new-4194304`)).toBe(false);
  await postgres.stop();
});
