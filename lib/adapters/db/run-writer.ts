import { setTimeout as sleep } from 'node:timers/promises';
import type { RunCommit } from '#lib/core/execution/run.ts';
import { uuidTime } from '#lib/core/ids.ts';
import type { Log } from '#lib/log.ts';
import { GroupCommit } from './group-commit.ts';
import { ensureDay } from './partitions.ts';
import type { Pool } from './pool.ts';
import { runCommitParameters, runCommitStatement } from './run-commit-sql.ts';

type Committed = { open: boolean };
type Waiting = {
  /** Together or not at all. */
  commits: readonly RunCommit[];
  resolve(committed: Committed): void;
  reject(cause: unknown): void;
};

export type RunWriterOptions = {
  pool: Pool;
  /** This process's shard of the counters. */
  shard: number;
  log: Log;
  /** How long a database that is away is waited for before a commit fails. */
  patienceMs?: number;
};

const maxItems = 128;
const maxBytes = 8_388_608;
const dayMs = 86_400_000;

/**
 * Commits of different runs share one statement: while one is in flight the next gather. A batch
 * that PostgreSQL refuses for what is in it is halved until the culprit stands alone.
 */
export class RunWriter {
  readonly #options: RunWriterOptions;
  readonly #group: GroupCommit<Waiting>;

  constructor(options: RunWriterOptions) {
    this.#options = options;
    this.#group = new GroupCommit<Waiting>({
      maxItems,
      maxBytes,
      bytesOf: ({ commits }) => commits.reduce((sum, commit) => sum + roughBytes(commit), 0),
      flush: (batch) => this.#flush(batch),
    });
  }

  /** Resolves once it is on disk. `open` is false where the run had already ended: it kept its end. */
  commit(commit: RunCommit): Promise<Committed> {
    return this.commitTogether([commit]);
  }

  /** Of different runs; all of them or none. */
  commitTogether(commits: readonly RunCommit[]): Promise<Committed> {
    return new Promise((resolve, reject) => this.#group.add({ commits, resolve, reject }));
  }

  drained(): Promise<void> {
    return this.#group.drained();
  }

  /** One statement can't write the same run twice: later commits of a run go into a later statement. */
  async #flush(batch: Waiting[]): Promise<void> {
    for (let rest = batch; rest.length > 0; ) {
      const seen = new Set<string>();
      const later: Waiting[] = [];
      const now: Waiting[] = [];
      for (const item of rest) {
        const ids = item.commits.map(({ run }) => run.id);
        (ids.some((id) => seen.has(id)) ? later : now).push(item);
        for (const id of ids) seen.add(id);
      }
      await this.#write(now);
      rest = later;
    }
  }

  async #write(items: Waiting[]): Promise<void> {
    try {
      const open = await this.#patiently(items.flatMap((item) => item.commits));
      for (const item of items) {
        item.resolve({ open: item.commits.every(({ run }) => open.has(run.id)) });
      }
    } catch (cause) {
      if (items.length === 1 || !isContentError(cause)) {
        for (const item of items) item.reject(cause);
        return;
      }
      const half = items.length >> 1;
      await this.#write(items.slice(0, half));
      await this.#write(items.slice(half));
    }
  }

  /** A lost connection leaves open whether the commit happened; writing the same again is harmless. */
  async #patiently(commits: RunCommit[]): Promise<Set<string>> {
    const deadline = Date.now() + (this.#options.patienceMs ?? 30_000);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#statement(commits);
      } catch (cause) {
        const { code, message } = cause as { code?: string; message: string };
        if (isContentError(cause) || Date.now() > deadline) throw cause;
        if (code === '23514') await this.#makeDays(commits);
        else this.#options.log.warn('run_writer.retry', { attempt, code, message });
        await sleep(Math.min(50 * attempt, 500));
      }
    }
  }

  async #statement(commits: RunCommit[]): Promise<Set<string>> {
    const { rows } = await this.#options.pool.query<{ id: string }>({
      name: 'run_commit',
      text: runCommitStatement,
      values: runCommitParameters(commits, this.#options.shard),
    });
    return new Set(rows.map((row) => row.id));
  }

  async #makeDays(commits: RunCommit[]): Promise<void> {
    const days = new Set(commits.map(({ run }) => Math.floor(uuidTime(run.id) / dayMs) * dayMs));
    for (const day of days) await ensureDay(this.#options.pool, day);
  }
}

/** Classes 22 and 23: the data is at fault, not the moment. 23514 is a day without partitions. */
function isContentError(cause: unknown): boolean {
  const { code } = cause as { code?: unknown };
  return typeof code === 'string' && /^2[23]/.test(code) && code !== '23514';
}

function roughBytes({ steps }: RunCommit): number {
  let bytes = 400;
  for (const step of steps) bytes += 400 + sizeOf(step.input) + sizeOf(step.output);
  return bytes;
}

/** Only long texts matter, and they stand near the top: a response body, a rendered request. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  let bytes = 0;
  for (const part of Object.values(value)) bytes += typeof part === 'string' ? part.length : 64;
  return bytes;
}
