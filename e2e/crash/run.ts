/**
 * Kills servers and their database under load and checks what `docs/ARCHITECTURE.md` promises:
 *   npm run test:crash [-- --rounds 20] [--only single|split]
 * The last line is `N passed, N failed`; the exit code is 0 only if all passed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SecretBox } from '#lib/adapters/secrets/secret-box.ts';
import { makeWorkflow } from '../../bench/runs/workflow.ts';
import { drained, forgottenKeys, problems, type Scene } from './checks.ts';
import { crashGraph } from './graph.ts';
import { type House, masterKey, singleHouse, splitHouse } from './house.ts';
import { type Accepted, Load } from './load.ts';
import { Receiver } from './receiver.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    only: { type: 'string' },
    connections: { type: 'string', default: '24' },
  },
});

type Victims =
  | 'the server'
  | 'PostgreSQL'
  | 'both'
  | 'one web, one worker'
  | 'a worker and PostgreSQL';

class Trial {
  readonly #house: House;
  readonly #scene: Scene;
  readonly #accepted: Accepted[] = [];
  #loads = 0;

  constructor(house: House, scene: Scene) {
    this.#house = house;
    this.#scene = scene;
  }

  /** What is wrong after this crash; nothing where all is as promised. */
  async round(victims: Victims): Promise<string[]> {
    const load = this.#load();
    try {
      await sleep(500 + Math.random() * 2_500);
      const killed = await this.#kill(victims);
      await sleep(Math.random() * 300);
      await this.#house.revive(killed);
      await sleep(1_000);
    } finally {
      // Also where it failed: a load that goes on would never let the next round drain.
      await load.stop();
      this.#accepted.push(...load.accepted);
    }
    await drained(this.#scene);
    const door = this.#house.doors[0] ?? 0;
    return [
      ...(load.accepted.length === 0 ? ['Not one request was accepted.'] : []),
      ...(await problems(this.#scene, this.#accepted)),
      ...(await forgottenKeys(this.#scene, door, load.accepted)),
    ];
  }

  get accepted(): number {
    return this.#accepted.length;
  }

  #load(): Load {
    this.#loads += 1;
    return new Load({
      ports: this.#house.doors,
      token: this.#scene.token,
      connections: Number(values.connections),
      prefix: `load-${this.#loads}`,
    });
  }

  async #kill(victims: Victims) {
    const { nodes } = this.#house;
    const pick = (role: string) => {
      const those = nodes.filter(({ name }) => name.startsWith(role));
      return those.slice(Math.floor(Math.random() * those.length)).slice(0, 1);
    };
    const killed = {
      'the server': () => nodes,
      PostgreSQL: () => [],
      both: () => nodes,
      'one web, one worker': () => [...pick('web'), ...pick('worker')],
      'a worker and PostgreSQL': () => pick('worker'),
    }[victims]();
    const database = victims === 'both' || victims.endsWith('PostgreSQL');
    await Promise.all([
      ...killed.map((node) => node.kill()),
      ...(database ? [this.#house.killDatabase()] : []),
    ]);
    return killed;
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const tally = { passed: 0, failed: 0 };
const rounds = Math.max(1, Number(values.rounds));
if (values.only !== 'split') await play(singleHouse, victimsFor(rounds - 1));
if (values.only !== 'single') await play(splitHouse, splitVictims(rounds));
say(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);

function victimsFor(count: number): Victims[] {
  const kinds = ['the server', 'both', 'PostgreSQL'] as const;
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length] ?? 'both');
}

/** The last round of all; in a long test one with the database too. */
function splitVictims(count: number): Victims[] {
  return count < 10 ? ['one web, one worker'] : ['one web, one worker', 'a worker and PostgreSQL'];
}

async function play(build: () => Promise<House>, victims: readonly Victims[]): Promise<void> {
  if (victims.length === 0) return;
  const before = tally.failed;
  // Its own: calls of another database's runs would be judged by steps that aren't there.
  const receiver = new Receiver();
  const receiverPort = await receiver.start();
  const house = await build();
  const box = new SecretBox({ current: masterKey });
  const made = await makeWorkflow(house.pool, box, (id) => crashGraph(id, receiverPort));
  const trial = new Trial(house, { ...made, pool: house.pool, calls: receiver.calls });
  for (const victim of victims) {
    const started = Date.now();
    const found = await trial.round(victim).catch((cause: Error) => [cause.stack ?? cause.message]);
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    tally[found.length === 0 ? 'passed' : 'failed'] += 1;
    const mark = found.length === 0 ? '✓' : '✗';
    say(`${mark} killed ${victim}: ${trial.accepted} accepted so far, ${seconds} s`);
    for (const sentence of found.slice(0, 20)) say(`    ${sentence}`);
  }
  const broken = tally.failed > before;
  if (broken) say(`What the processes said is in ${house.folder}.`);
  await house.stop(broken);
  receiver.stop();
}
