import { type Decision, nextSteps } from '#lib/core/execution/next-steps.ts';
import {
  outcomeOf,
  type RunCommit,
  type RunRow,
  type RunStatus,
  releasesKey,
} from '#lib/core/execution/run.ts';
import type { Answer } from '#lib/core/execution/types.ts';
import type { ActiveRun, ActiveRuns } from './engine/active-runs.ts';
import { attemptStep, type StepDeps, type StepResult } from './engine/attempt-step.ts';
import { type RunJob, RunState } from './engine/run-state.ts';

export type ExecutorDeps = StepDeps & {
  active: ActiveRuns;
  /** Resolves once committed; `open` is false where the run had already ended, by a cancel. */
  commit(commit: RunCommit): Promise<{ open: boolean }>;
  /** True where the sender waits at this process's door. */
  deliver(requestId: string, answer: Answer): boolean;
  live: LiveNotices;
  log: StepDeps['log'] & { info(event: string, fields: Record<string, unknown>): void };
};

export type LiveNotices = {
  run(run: RunRow): void;
  step(run: RunRow, nodeId: string, status: string): void;
  answer(requestId: string): void;
};

/** `elsewhere`: this process already runs it, or a shutdown left it to be taken up again. */
export type RunEnd = { run: RunRow; kind: 'ended' | 'parked' | 'elsewhere'; answered: boolean };

/** Waits up to this long keep their place in the process; longer ones go back through the outbox. */
const shortWaitMs = 3_000;

/**
 * Drives one run from its committed steps to its end, or to a long wait. Every effect's result is
 * committed before a later effect of the run starts; the last effect and the run's end share one
 * commit.
 */
export async function executeRun(deps: ExecutorDeps, job: RunJob): Promise<RunEnd> {
  const fresh = job.run.startedAt === null;
  const run: RunRow = { ...job.run, status: 'running', startedAt: job.run.startedAt ?? deps.now() };
  const active = deps.active.enter(run, deps.now(), job.steps.length > 0 || !fresh);
  if (!active) return { run, kind: 'elsewhere', answered: false };
  try {
    return await new Execution(deps, { ...job, run }, active).drive();
  } finally {
    deps.active.leave(run.id);
  }
}

class Execution {
  readonly #deps: ExecutorDeps;
  readonly #state: RunState;
  readonly #active: ActiveRun;
  #answered = false;
  #stop: StepResult['stop'];

  constructor(deps: ExecutorDeps, job: RunJob, active: ActiveRun) {
    this.#deps = deps;
    this.#state = new RunState(job);
    this.#active = active;
  }

  async drive(): Promise<RunEnd> {
    for (;;) {
      const end = await this.#turn();
      if (end) return end;
    }
  }

  async #turn(): Promise<RunEnd | undefined> {
    if (this.#active.stopped === 'cancelled') return this.#cancelled();
    if (this.#stop) return this.#stopped(this.#stop);
    const decision = nextSteps(this.#state.job.plan, this.#state.history, this.#deps.now());
    switch (decision.kind) {
      case 'run':
        return this.#run(decision.steps);
      case 'wake':
        return this.#wake(decision.nodeIds);
      case 'wait':
        return this.#wait(decision.until);
      case 'finish':
        return this.#finish(decision);
    }
  }

  /** Steps without effects first: they are cheap, and then as many effects as possible run side by side. */
  async #run(steps: { nodeId: string; attempt: number }[]): Promise<RunEnd | undefined> {
    const { plan } = this.#state.job;
    const pure = steps.filter((step) => !plan.nodes.get(step.nodeId)?.effect);
    const chosen = pure.length > 0 ? pure : steps;
    if (pure.length === 0) {
      if (this.#active.stopped === 'shutdown') return this.#leave();
      if (this.#state.effectUnsaved && !(await this.#save({ status: 'running' }))) {
        return this.#cancelled();
      }
    }
    await Promise.all(chosen.map((step) => this.#attempt(step)));
    return undefined;
  }

  async #attempt(step: { nodeId: string; attempt: number }): Promise<void> {
    const { live } = this.#deps;
    const { signal } = this.#active;
    live.step(this.#state.row, step.nodeId, 'running');
    this.#state.begin(step.nodeId);
    // Whoever writes this run down meanwhile must know that it acts.
    this.#active.run = { ...this.#active.run, acted: this.#state.acted };
    const result = await attemptStep(this.#deps, this.#state, { ...step, signal });
    // What an abort made of a call says nothing: the call is made again, under the same key.
    if (signal.aborted && result.step.status !== 'succeeded') return this.#aborted(result);
    this.#state.record(result.step);
    if (result.answer) this.#answer(result.answer);
    this.#stop ??= result.stop;
    live.step(this.#state.row, step.nodeId, result.step.status);
  }

  /** A cancelled call may have reached the other side: the step says that it was tried. */
  #aborted({ step }: StepResult): void {
    if (this.#active.stopped !== 'cancelled') return;
    const now = this.#deps.now();
    this.#state.record({ ...step, status: 'cancelled', finishedAt: now, resumeAt: null });
  }

  #answer(answer: Answer): void {
    const { job, row } = this.#state;
    if (!job.answerable || this.#answered || row.lateAnswer) return;
    this.#answered = true;
    if (this.#deps.deliver(row.requestId, answer)) return;
    this.#state.row = { ...row, lateAnswer: answer };
  }

  async #wake(nodeIds: readonly string[]): Promise<undefined> {
    const now = this.#deps.now();
    for (const id of nodeIds) {
      const step = this.#state.steps.get(id);
      if (!step) continue;
      const seq = this.#state.nextSeq;
      this.#state.record({ ...step, status: 'succeeded', resumeAt: null, finishedAt: now, seq });
    }
  }

  async #wait(until: number): Promise<RunEnd | undefined> {
    const wait = until - this.#deps.now();
    if (wait > shortWaitMs || this.#active.stopped) return this.#park(until);
    if (this.#state.effectUnsaved && !(await this.#save({ status: 'running' }))) {
      return this.#cancelled();
    }
    await sleep(wait, this.#active.signal);
    return undefined;
  }

  async #park(until: number): Promise<RunEnd> {
    const open = await this.#save({ status: 'waiting', resumeAt: until });
    if (!open) return this.#cancelled();
    this.#deps.live.run(this.#state.row);
    return this.#end('parked');
  }

  /** Shutting down between two steps: what is known is kept, the rest is taken up by whoever comes. */
  async #leave(): Promise<RunEnd> {
    await this.#save({ status: 'running' });
    return this.#end('elsewhere');
  }

  #finish(decision: Extract<Decision, { kind: 'finish' }>): Promise<RunEnd> {
    const failure = this.#state.steps.get(decision.failedNodeId ?? '')?.error ?? null;
    return this.#close(decision.status, failure);
  }

  #stopped(stop: NonNullable<StepResult['stop']>): Promise<RunEnd> {
    if (stop.as === 'failed') {
      return this.#close('failed', { code: 'stopped', message: stop.message });
    }
    return this.#close(this.#state.acted ? 'succeeded' : 'filtered', null);
  }

  #cancelled(): Promise<RunEnd> {
    return this.#close('cancelled', null);
  }

  async #close(status: RunStatus, error: RunRow['error']): Promise<RunEnd> {
    this.#cancelWaits();
    const change = { status, error, finishedAt: this.#deps.now(), resumeAt: null };
    await this.#save(change);
    const { row } = this.#state;
    this.#deps.live.run(row);
    this.#log(row);
    return this.#end('ended');
  }

  #cancelWaits(): void {
    const now = this.#deps.now();
    for (const step of this.#state.steps.values()) {
      if (step.status !== 'waiting') continue;
      this.#state.record({ ...step, status: 'cancelled', finishedAt: now, resumeAt: null });
    }
  }

  /** False where the run had ended meanwhile. */
  async #save(change: Partial<RunRow>): Promise<boolean> {
    const { job } = this.#state;
    const taken = this.#state.take(change);
    const ends = job.alone && taken.run.finishedAt !== null;
    const outcome = ends
      ? { what: outcomeOf([taken.run]), releaseKey: releasesKey([taken.run]) }
      : null;
    const { open } = await this.#deps.commit({ ...taken, outcome });
    if (taken.run.lateAnswer && !job.run.lateAnswer) this.#deps.live.answer(taken.run.requestId);
    return open;
  }

  #end(kind: RunEnd['kind']): RunEnd {
    return { run: this.#state.row, kind, answered: this.#answered };
  }

  #log(run: RunRow): void {
    this.#deps.log.info('run', {
      runId: run.id,
      requestId: run.requestId,
      workflowId: run.workflowId,
      version: run.version,
      status: run.status,
      steps: this.#state.steps.size,
      ms: (run.finishedAt ?? 0) - (run.startedAt ?? 0),
      ...(run.error && { code: run.error.code }),
    });
  }
}

/** Ends early, without a throw, when the run is stopped. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, Math.max(0, ms));
    signal.addEventListener('abort', finish);
    if (signal.aborted) finish();
  });
}
