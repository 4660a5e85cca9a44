/**
 * The door against a bare node:http server (a) and one durable insert per request (b):
 *   node bench/door.ts [--rounds 5] [--seconds 3] [--profile FOLDER] [--only door]
 * Medians of interleaved rounds; only the ratios mean anything on another machine.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Measured, runLoad } from './door/load.ts';
import { type Place, preparePlace } from './door/place.ts';
import type { ServerOrder } from './door/server.ts';
import { heapFlags } from './heap-flags.ts';

type Kind = ServerOrder['kind'];
type Round = Measured & { nodeCpu: number; databaseCpu: number; loadCpu: number };
type Server = { kind: Kind; child: ChildProcess; port: number };

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    profile: { type: 'string' },
    only: { type: 'string' },
  },
});
const connectionCounts = [32, 128];
const labels: Record<Kind, string> = {
  bare: '(a) bare node:http',
  insert: '(b) one insert each',
  door: '(c) the door',
};

const place = await preparePlace();
const kinds = (['bare', 'insert', 'door'] as const).filter(
  (kind) => !values.only || kind === values.only,
);
const servers: Server[] = [];
for (const kind of kinds) servers.push(await startServer(kind));
const rounds = new Map<string, Round[]>();
for (const server of servers) await measure(server, 32, 1);
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const connections of connectionCounts)
    for (const server of servers) {
      const key = `${server.kind} ${connections}`;
      const measured = await measure(server, connections, Number(values.seconds));
      rounds.set(key, [...(rounds.get(key) ?? []), measured]);
    }
}
for (const { child } of servers) child.disconnect();
report();
await place.stop();

async function startServer(kind: Kind): Promise<Server> {
  const { database, secret } = place;
  const order: ServerOrder = { kind, database, secret };
  const child = fork(join(import.meta.dirname, 'door', 'server.ts'), [JSON.stringify(order)], {
    execArgv: [
      ...heapFlags,
      ...(values.profile && kind === 'door'
        ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]
        : []),
    ],
    stdio: ['ignore', openSync(`/tmp/hookline-bench-${kind}.log`, 'w'), 'inherit', 'ipc'],
  });
  const { port } = await reply<{ port: number }>(child);
  return { kind, child, port };
}

function reply<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', () => reject(new Error('A server ended.')));
  });
}

async function measure(server: Server, connections: number, seconds: number): Promise<Round> {
  const before = await cpuOf(server);
  const loadBefore = process.cpuUsage();
  const { before: head, after } = place;
  const measured = await runLoad({
    port: server.port,
    connections,
    seconds,
    before: head,
    after,
  });
  const load = process.cpuUsage(loadBefore);
  const now = await cpuOf(server);
  return {
    ...measured,
    nodeCpu: (now.node - before.node) / measured.requests,
    databaseCpu: (now.database - before.database) / measured.requests,
    loadCpu: (load.user + load.system) / measured.requests,
  };
}

/** Microseconds of processor time so far. */
async function cpuOf({ child }: Server): Promise<{ node: number; database: number }> {
  const answered = reply<{ cpu: NodeJS.CpuUsage }>(child);
  child.send('cpu');
  const { cpu } = await answered;
  return { node: cpu.user + cpu.system, database: databaseCpu(place) };
}

/** Of PostgreSQL's processes (Linux: clock ticks of 10 ms); 0 elsewhere. */
function databaseCpu({ postmaster }: Place): number {
  let ticks = 0;
  try {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const [, ppid = '', ...rest] = statOf(pid);
      if (Number(ppid) === postmaster) ticks += Number(rest[9]) + Number(rest[10]);
    }
  } catch {
    return 0;
  }
  return ticks * 10_000;
}

function statOf(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

function report(): void {
  for (const connections of connectionCounts) {
    console.log(`\n${connections} connections`);
    const speed = new Map<Kind, number>();
    for (const { kind } of servers) {
      const of = rounds.get(`${kind} ${connections}`) ?? [];
      const of1 = (read: (round: Round) => number) => median(of.map(read));
      const perSecond = of1((round) => round.perSecond);
      speed.set(kind, perSecond);
      console.log(
        `  ${labels[kind].padEnd(22)}${perSecond.toFixed(0).padStart(7)}/s` +
          `  p50 ${of1((round) => round.p50).toFixed(2)} ms  p99 ${of1((round) => round.p99).toFixed(2)} ms` +
          `  CPU per request: node ${of1((round) => round.nodeCpu).toFixed(0)} µs, PostgreSQL ${of1((round) => round.databaseCpu).toFixed(0)} µs, load ${of1((round) => round.loadCpu).toFixed(0)} µs`,
      );
    }
    const [a, b, c] = [speed.get('bare'), speed.get('insert'), speed.get('door')];
    if (a && b && c)
      console.log(
        `  (c) is ${((c / a) * 100).toFixed(1)} % of (a) and ${(c / b).toFixed(2)} × (b)`,
      );
  }
}
