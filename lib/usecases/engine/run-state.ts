import { hasActed } from '#lib/core/execution/next-steps.ts';
import type { ExecutionPlan } from '#lib/core/execution/plan.ts';
import type { RunCommit, RunRow, StepRow } from '#lib/core/execution/run.ts';
import type { Scope, TriggerScope } from '#lib/core/execution/types.ts';
import type { Json } from '#lib/core/json.ts';

/** One run as it is handed to the executor. */
export type RunJob = {
  run: RunRow;
  plan: ExecutionPlan;
  workflowName: string;
  trigger: TriggerScope;
  /** Hops of Hookline the request already went through. */
  hop: number;
  /** Steps whose result is committed. */
  steps: readonly StepRow[];
  /** The request's only run: its outcome may be written with the run's end. */
  alone: boolean;
  /** A sender waits at a door, so that `respond` means something. */
  answerable: boolean;
  /** Effects are pretended. */
  stub: boolean;
};

/** What a run knows while it runs: its steps, and which of them the database does not hold yet. */
export class RunState {
  readonly job: RunJob;
  readonly scope: Scope;
  readonly steps = new Map<string, StepRow>();
  readonly #outputs: Record<string, { output: Json }> = Object.create(null);
  #unsaved = new Map<string, StepRow>();
  #effectUnsaved = false;
  #seq = 0;
  #acting = false;
  row: RunRow;

  constructor(job: RunJob) {
    this.job = job;
    this.row = job.run;
    const { run, trigger, plan } = job;
    this.#outputs[run.triggerNodeId] = { output: triggerOutput(trigger) };
    this.scope = {
      ...trigger,
      steps: this.#outputs,
      run: { id: run.id, rerun: run.rerun },
      workflow: { id: run.workflowId, name: job.workflowName, version: run.version },
      vars: plan.vars,
    };
    for (const step of job.steps) {
      this.#hold(step);
      this.#seq = Math.max(this.#seq, step.seq);
    }
  }

  get history() {
    const { triggerNodeId, rerunFrom } = this.job.run;
    return { triggerNodeId, startNodeId: rerunFrom, steps: this.steps };
  }

  get nextSeq(): number {
    this.#seq += 1;
    return this.#seq;
  }

  /** An action was tried, or is being tried. */
  get acted(): boolean {
    return this.#acting || hasActed(this.job.plan, this.history);
  }

  begin(nodeId: string): void {
    if (this.job.plan.nodes.get(nodeId)?.kind === 'action') this.#acting = true;
  }

  /** An effect's result that a crash would lose: it is committed before another effect starts. */
  get effectUnsaved(): boolean {
    return this.#effectUnsaved;
  }

  record(step: StepRow): void {
    this.#hold(step);
    this.#unsaved.set(step.nodeId, step);
    if (this.job.plan.nodes.get(step.nodeId)?.effect) this.#effectUnsaved = true;
  }

  /** What the next commit carries. */
  take(change: Partial<RunRow>): Pick<RunCommit, 'run' | 'steps'> {
    this.row = { ...this.row, acted: this.acted, ...change };
    const steps = [...this.#unsaved.values()];
    this.#unsaved = new Map();
    this.#effectUnsaved = false;
    return { run: this.row, steps };
  }

  #hold(step: StepRow): void {
    this.steps.set(step.nodeId, step);
    if (step.status !== 'waiting') this.#outputs[step.nodeId] = { output: step.output };
  }
}

/** What a trigger hands on: the parts of the request that people name in templates. */
export function triggerOutput(trigger: TriggerScope): Json {
  const { body, headers, query, path, method } = trigger;
  return { method, path, query, headers, body };
}
