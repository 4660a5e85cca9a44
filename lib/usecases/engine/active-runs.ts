import type { RunRow } from '#lib/core/execution/run.ts';

export type StopReason = 'cancelled' | 'shutdown';

export type ActiveRun = {
  run: RunRow;
  since: number;
  /** Its row is in the database, or on the way there. */
  saved: boolean;
  readonly signal: AbortSignal;
  readonly stopped: StopReason | undefined;
};

class Active implements ActiveRun {
  run: RunRow;
  since: number;
  saved: boolean;
  stopped: StopReason | undefined;
  readonly #abort = new AbortController();

  constructor(run: RunRow, since: number, saved: boolean) {
    this.run = run;
    this.since = since;
    this.saved = saved;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  stop(reason: StopReason): void {
    this.stopped ??= reason;
    this.#abort.abort();
  }
}

/** The runs under way in this process. */
export class ActiveRuns {
  readonly #runs = new Map<string, Active>();

  get size(): number {
    return this.#runs.size;
  }

  /** Undefined where this process already runs it: a job came twice. */
  enter(run: RunRow, now: number, saved: boolean): ActiveRun | undefined {
    if (this.#runs.has(run.id)) return undefined;
    const active = new Active(run, now, saved);
    this.#runs.set(run.id, active);
    return active;
  }

  leave(runId: string): void {
    this.#runs.delete(runId);
  }

  cancel(runId: string): void {
    this.#runs.get(runId)?.stop('cancelled');
  }

  stopAll(): void {
    for (const run of this.#runs.values()) run.stop('shutdown');
  }

  /** Runs that started before `at` and have no row yet; they count as saved from here on. */
  takeUnsaved(at: number): RunRow[] {
    const found: RunRow[] = [];
    for (const run of this.#runs.values()) {
      if (run.saved || run.since > at) continue;
      run.saved = true;
      found.push(run.run);
    }
    return found;
  }
}
