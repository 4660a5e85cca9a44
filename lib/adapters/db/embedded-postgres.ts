import { setTimeout as sleep } from 'node:timers/promises';
import { isStartRefusal, startRefusal } from '#lib/core/start-refusal.ts';
import { clusterPassword, prepareCluster, superuser } from './embedded/cluster.ts';
import { ensureDatabase, presence } from './embedded/connection.ts';
import { InstanceLock } from './embedded/instance-lock.ts';
import { findPlaces, type Places } from './embedded/places.ts';
import { type Launch, launch, shutDown } from './embedded/postmaster.ts';
import { readPostmasterFile, removeForeignPostmasterFile } from './embedded/postmaster-file.ts';
import type { PoolConfig } from './pool.ts';

export type EmbeddedPostgresOptions = {
  /** Exists and is writable. */
  dataFolder: string;
  /** False only for tests: without fsync a crash of the machine loses data. */
  durable?: boolean;
  /** Told what takes long, in words for a person. */
  say(sentence: string): void;
  /** The database is gone for good, or somebody else's: the process can't go on. */
  onFatal(cause: Error): void;
};

const readyWithinMs = 60_000;
const stopWithinMs = 20_000;
/** After `kill -9`, the old processes' shared memory stands in the way for some seconds. */
const passing = /shared memory block|lock file ".*" already exists|pre-existing shared memory/i;

/**
 * The built-in PostgreSQL of one data folder: made at the first start, found running after our own
 * crash, started again when it dies under us, stopped with us.
 */
export class EmbeddedPostgres {
  readonly #options: EmbeddedPostgresOptions;
  readonly #places: Places;
  #launch: Launch | undefined;
  #lock: InstanceLock | undefined;
  #ready = false;
  #stopping = false;
  #recovery: Promise<void> = Promise.resolve();

  constructor(options: EmbeddedPostgresOptions) {
    this.#options = options;
    this.#places = findPlaces(options.dataFolder);
  }

  /** PostgreSQL's data directory: not always below the data folder, see `places.ts`. */
  get folder(): string {
    return this.#places.cluster;
  }

  /** False while it is down or recovering. */
  get ready(): boolean {
    return this.#ready;
  }

  /** For pools and clients. Fixed for as long as we run, except on Windows after a restart. */
  get config(): PoolConfig {
    return this.#configFor('hookline');
  }

  /** Throws a start refusal when it can't run, or when another Hookline has this data. */
  async start(): Promise<void> {
    prepareCluster(this.#places, { durable: this.#options.durable ?? true });
    await this.#settle();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#ready = false;
    await this.#recovery;
    await this.#lock?.release();
    await shutDown(this.#places, stopWithinMs);
  }

  #configFor(database: string): PoolConfig {
    const running = readPostmasterFile(this.#places.cluster);
    const password = clusterPassword(this.#places);
    const base = { user: superuser, database };
    if (password === undefined) return { ...base, host: running?.sockets || this.#places.sockets };
    return { ...base, host: '127.0.0.1', port: this.#launch?.port ?? running?.port, password };
  }

  /** Up, with our database and the lock. It may go away in between: then from the start. */
  async #settle(): Promise<void> {
    const deadline = Date.now() + readyWithinMs;
    while (!this.#stopping) {
      await this.#bringUp();
      try {
        await ensureDatabase(this.#configFor('postgres'), 'hookline');
        await this.#takeLock();
        this.#ready = !this.#stopping;
        return;
      } catch (cause) {
        if (isStartRefusal(cause) || Date.now() > deadline) throw cause;
        await sleep(200);
      }
    }
  }

  /** Adopts one that answers, else starts it; goes on trying while the reason is one that passes. */
  async #bringUp(): Promise<void> {
    const deadline = Date.now() + readyWithinMs;
    const sayOnce = once(() =>
      this.#options.say('The database is recovering; this takes up to a minute.'),
    );
    const slow = Date.now() + 2_000;
    while (!this.#stopping) {
      const state = await presence(this.#configFor('postgres'));
      if (state === 'ready') return;
      if (Date.now() > deadline) throw this.#refusal('it was not ready within a minute');
      if (Date.now() > slow) sayOnce();
      if (state === 'absent') await this.#startOrWait(sayOnce);
      await sleep(state === 'busy' ? 100 : 25);
    }
  }

  async #startOrWait(sayRecovering: () => void): Promise<void> {
    if (this.#launch && !this.#launch.ended) return;
    if (this.#launch) {
      const said = this.#launch.said();
      if (!passing.test(said)) throw this.#refusal(fatalLine(said));
      sayRecovering();
      await sleep(500);
    }
    removeForeignPostmasterFile(this.#places.cluster);
    this.#launch = await launch(this.#places);
  }

  async #takeLock(): Promise<void> {
    const taken = await InstanceLock.take(this.config, () => this.#lost());
    if ('lock' in taken) {
      this.#lock = taken.lock;
      return;
    }
    const who = taken.holder > 0 ? ` (process ${taken.holder})` : '';
    throw startRefusal(
      `Another Hookline${who} is running on the data folder ${this.#options.dataFolder}: stop it first, or give this one its own folder with HOOKLINE_DATA.`,
    );
  }

  /** The lock's connection broke: PostgreSQL crashed, restarts its processes, or is gone. */
  #lost(): void {
    this.#ready = false;
    if (this.#stopping) return;
    this.#recovery = this.#recovery.then(() => this.#recover());
  }

  async #recover(): Promise<void> {
    this.#options.say('The database stopped unexpectedly: starting it again.');
    try {
      // That launch was a success: its end, known now or in a moment, is no failed start.
      this.#launch = undefined;
      await this.#settle();
      if (this.#ready) this.#options.say('The database is back.');
    } catch (cause) {
      if (!this.#stopping) this.#options.onFatal(cause as Error);
    }
  }

  #refusal(reason: string): Error {
    return startRefusal(
      `The built-in PostgreSQL did not start (${reason}): its messages are in ${this.#places.logFile}.`,
    );
  }
}

function fatalLine(said: string): string {
  const lines = said.trim().split('\n');
  const line = lines.findLast((text) => /FATAL|PANIC|error/i.test(text)) ?? lines.at(-1) ?? '';
  return line.replace(/^[\d: .-]+UTC /, '').slice(0, 300) || 'it said nothing';
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
