/**
 * Runs of hook, filter and HTTP call, finished and stored, while requests keep coming, and what a
 * request waits at idle before its call leaves:
 *   node bench/runs.ts [--rounds 3] [--seconds 8] [--connections 32] [--profile FOLDER] [--whole]
 * `--whole` runs `server.ts` with its pages (build first) and measures the memory of all processes.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { heapFlags } from './heap-flags.ts';
import { type Place, preparePlace } from './runs/place.ts';
import { Poster } from './runs/post.ts';
import { cpuSeconds, family, pss } from './runs/processes.ts';
import { Receiver } from './runs/receiver.ts';
import type { ServerOrder } from './runs/server.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '8' },
    connections: { type: 'string', default: '32' },
    profile: { type: 'string' },
    whole: { type: 'boolean', default: false },
  },
});

type Server = { child: ChildProcess; port: number };

const receiver = new Receiver();
const place = await preparePlace(await receiver.start());
const server = values.whole ? await startWhole(place) : await startBare(place);
if (values.whole) report('idle memory, summed PSS', `${(await memory()).toFixed(0)} MB`);
await flood('warm', 2);
await idle();
if (values.whole) report('at rest after a load', `${(await memory()).toFixed(0)} MB`);
report('answer to the call at idle, median', `${(await latency()).toFixed(1)} ms`);
const rates: number[] = [];
for (let round = 0; round < Number(values.rounds); round += 1) {
  rates.push(await flood(`r${round}`, Number(values.seconds)));
}
report('runs finished and stored, median', `${median(rates).toFixed(0)} per second`);
server.child.kill('SIGTERM');
await new Promise((resolve) => server.child.once('exit', resolve));
receiver.stop();
await place.stop();
process.exit(0);

async function startBare({ database, secret }: Place): Promise<Server> {
  const order: ServerOrder = { database, secret };
  const script = join(import.meta.dirname, 'runs', 'server.ts');
  const child = fork(script, [JSON.stringify(order)], {
    execArgv: [
      ...heapFlags,
      ...(values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []),
    ],
    stdio: ['ignore', openSync('/tmp/hookline-bench-runs.log', 'w'), 'inherit', 'ipc'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  child.kill = () => {
    child.disconnect();
    return true;
  };
  return { child, port };
}

async function startWhole({ database, secret }: Place): Promise<Server> {
  const port = await freePort();
  const { host, port: pgPort, user, password, database: name } = database;
  const login = `${user}${password ? `:${encodeURIComponent(String(password))}` : ''}`;
  const url = `postgresql://${login}@localhost:${pgPort ?? 5432}/${name}?host=${encodeURIComponent(String(host))}`;
  const child = spawn(process.execPath, [...heapFlags, 'server.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: url,
      HOOKLINE_SECRET: secret,
      HOOKLINE_EGRESS_ALLOW: '127.0.0.1/32',
    },
    stdio: ['ignore', openSync('/tmp/hookline-bench-runs.log', 'w'), 'inherit'],
  });
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/api/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return { child, port };
    await sleep(100);
  }
}

/** Requests as fast as they are taken, for a while; then until the backlog is gone. */
async function flood(name: string, seconds: number): Promise<number> {
  const before = await finished();
  const transactions = await committed();
  const nodes = [server.child.pid ?? 0];
  const [cpu, databaseCpu] = [cpuSeconds(nodes), cpuSeconds(family(place.postmaster))];
  const started = performance.now();
  let sent = 0;
  const drive = async () => {
    const poster = new Poster(server.port);
    while (performance.now() - started < seconds * 1000) {
      sent += 1;
      await poster.post(place.request(`${name}-${sent}`));
    }
    poster.end();
  };
  await Promise.all(Array.from({ length: Number(values.connections) }, drive));
  const accepted = (performance.now() - started) / 1000;
  const atEnd = (await finished()) - before;
  while ((await finished()) - before < sent) await sleep(20);
  const took = (performance.now() - started) / 1000;
  const used = cpuSeconds(nodes) - cpu;
  const databaseUsed = cpuSeconds(family(place.postmaster)) - databaseCpu;
  report(
    `${name}: ${sent} requests in ${accepted.toFixed(1)} s, drained after ${took.toFixed(1)} s`,
    `${(sent / took).toFixed(0)} runs per second; ${(atEnd / accepted).toFixed(0)} while requests came; CPU of Node ${((used / sent) * 1000).toFixed(2)} ms, of PostgreSQL ${((databaseUsed / sent) * 1000).toFixed(2)} ms per run; ${(((await committed()) - transactions) / took).toFixed(0)} transactions per second`,
  );
  return sent / took;
}

async function finished(): Promise<number> {
  const { rows } = await place.pool.query<{ n: number }>(
    `SELECT count(*) AS n FROM run WHERE finished_at IS NOT NULL AND status = 'succeeded'`,
  );
  return rows[0]?.n ?? 0;
}

async function committed(): Promise<number> {
  const { rows } = await place.pool.query<{ n: number }>(
    'SELECT xact_commit AS n FROM pg_stat_database WHERE datname = current_database()',
  );
  return rows[0]?.n ?? 0;
}

async function idle(): Promise<void> {
  await sleep(3_000);
}

async function latency(): Promise<number> {
  const poster = new Poster(server.port);
  const times: number[] = [];
  for (let n = 0; n < 200; n += 1) {
    const ticket = `idle-${n}`;
    await poster.post(place.request(ticket));
    const answered = performance.now();
    while (!receiver.arrivals.has(ticket)) await sleep(1);
    times.push((receiver.arrivals.get(ticket) ?? 0) - answered);
    await sleep(30);
  }
  poster.end();
  return median(times);
}

async function memory(): Promise<number> {
  await sleep(20_000);
  return pss([...family(server.child.pid ?? 0), ...family(place.postmaster)]);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

function report(what: string, value: string): void {
  console.log(`${what}: ${value}`);
}

function once(child: ChildProcess, event: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    child.once(event, (...got) => resolve(got));
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
