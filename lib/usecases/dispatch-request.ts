import type { ExecutionPlan } from '#lib/core/execution/plan.ts';
import type { CodedMessage, RunCommit, RunRow } from '#lib/core/execution/run.ts';
import { triggerGone } from '#lib/core/execution/trigger-in-place.ts';
import type { TriggerScope } from '#lib/core/execution/types.ts';
import { asksFor } from '#lib/core/graph/event-subscription.ts';
import { type LoadedRequest, triggerScope } from '#lib/core/request/scope.ts';
import { queuedRun } from './engine/new-run.ts';
import type { PlanCache } from './engine/plan-cache.ts';
import type { RunJob } from './engine/run-state.ts';
import type { ListeningTrigger, LoadedRun } from './engine/work-source.ts';
import type { RunEnd } from './execute-run.ts';

export type DispatchDeps = {
  plans: PlanCache;
  /** All of them or none, on disk. */
  commitTogether(commits: readonly RunCommit[]): Promise<unknown>;
  now(): number;
  execute(job: RunJob): Promise<RunEnd>;
  settler: {
    settle(requestId: string): Promise<unknown>;
    close(requestId: string, outcome: 'captured' | 'filtered'): Promise<void>;
  };
  source: {
    runIdsOf(requestId: string): Promise<string[]>;
    runs(ids: readonly string[]): Promise<LoadedRun[]>;
  };
  /** No run of the request will answer any more. `awaited`: a sender may wait, at any node's door. */
  release(requestId: string, awaited: boolean): void;
};

/** A run that is to start: which trigger fired, and on what. */
type Start = { trigger: ListeningTrigger; plan: ExecutionPlan; run: RunRow };

/**
 * Decides which runs a request starts, on the versions that are live now, and runs them. `again`:
 * another job held the request before, so that some of its runs may exist. Resolves to false where
 * the request has to come again.
 */
export async function dispatchRequest(
  deps: DispatchDeps,
  request: LoadedRequest,
  decided: { triggers: readonly ListeningTrigger[]; again: boolean },
): Promise<boolean> {
  if (request.outcome !== 'waiting') return true;
  if (decided.again) {
    const ids = await deps.source.runIdsOf(request.id);
    if (ids.length > 0) return takeUpAll(deps, request, ids);
  }
  const starts = await decideRuns(deps, request, decided.triggers);
  if (starts === 'none') await deps.settler.close(request.id, 'captured');
  else if (starts.length === 0) await deps.settler.close(request.id, 'filtered');
  else return startRuns(deps, request, starts);
  deps.release(request.id, isAwaited(decided.triggers));
  return true;
}

async function decideRuns(
  deps: DispatchDeps,
  request: LoadedRequest,
  triggers: readonly ListeningTrigger[],
): Promise<Start[] | 'none'> {
  const starts: Start[] = [];
  let listening = 0;
  for (const trigger of triggers) {
    const plan = await deps.plans.get(trigger);
    const planned = plan?.nodes.get(trigger.nodeId);
    if (!plan || !planned) continue;
    listening += 1;
    if (!asksFor(planned.node, request.eventType)) continue;
    starts.push({ trigger, plan, run: newRun(request, trigger) });
  }
  return listening === 0 ? 'none' : starts;
}

const isAwaited = (triggers: readonly ListeningTrigger[]) =>
  triggers.some((trigger) => trigger.responds);

function newRun(request: LoadedRequest, trigger: ListeningTrigger): RunRow {
  return queuedRun({
    workspaceId: request.workspaceId,
    workflowId: trigger.workflowId,
    version: trigger.version,
    triggerNodeId: trigger.nodeId,
    requestId: request.id,
    endpointId: trigger.endpoint.id,
    held: trigger.paused,
    counts: request.replayOf === null,
  });
}

const rowOnly = (run: RunRow): RunCommit => ({ run, steps: [], outcome: null });

/**
 * Several runs, or held ones, are written down before any starts: the last of them to end has to
 * find the others. A lone run is written when it ends.
 */
async function startRuns(
  deps: DispatchDeps,
  request: LoadedRequest,
  starts: readonly Start[],
): Promise<boolean> {
  const [only] = starts;
  const alone = starts.length === 1 && only !== undefined && !only.run.held;
  if (!alone) await deps.commitTogether(starts.map(({ run }) => rowOnly(run)));
  const ready = starts.filter(({ run }) => !run.held);
  const awaited = isAwaited(starts.map(({ trigger }) => trigger));
  if (ready.length === 0) deps.release(request.id, awaited);
  const jobs = ready.map(({ trigger, plan, run }) =>
    jobFor({ run, plan, workflowName: trigger.workflowName, steps: [], alone }, request, {
      scope: triggerScope(request, trigger.endpoint),
    }),
  );
  return runAll(deps, request, { jobs, awaited });
}

function jobFor(
  parts: Pick<RunJob, 'run' | 'plan' | 'workflowName' | 'steps' | 'alone'>,
  request: LoadedRequest,
  { scope }: { scope: TriggerScope },
): RunJob {
  const { run } = parts;
  const answerable = run.counts && run.rerun === 0;
  return { ...parts, trigger: scope, hop: request.hop, answerable, stub: run.stub };
}

async function runAll(
  deps: DispatchDeps,
  request: LoadedRequest,
  { jobs, awaited }: { jobs: readonly RunJob[]; awaited: boolean },
): Promise<boolean> {
  const ends = await Promise.allSettled(jobs.map((job) => deps.execute(job)));
  const bug = ends.find((end) => end.status === 'rejected');
  if (bug) throw bug.reason;
  const done = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  const alone = jobs[0]?.alone === true;
  if (!alone && done.some((end) => end.kind === 'ended')) await deps.settler.settle(request.id);
  if (!done.some((end) => end.answered || end.kind === 'parked')) {
    deps.release(request.id, awaited);
  }
  return done.every((end) => end.kind !== 'elsewhere');
}

/** The rows that exist are the decision that was made: it isn't made again. */
async function takeUpAll(
  deps: DispatchDeps,
  request: LoadedRequest,
  ids: readonly string[],
): Promise<boolean> {
  const runs = await deps.source.runs(ids);
  const results = await Promise.all(runs.map((run) => takeUpRun(deps, request, run)));
  return results.every((done) => done);
}

/** Its worker died under it again and again: what has not ended ends as failed. */
export async function buryRequest(
  deps: DispatchDeps,
  request: LoadedRequest,
  triggers: readonly ListeningTrigger[],
): Promise<void> {
  if (request.outcome !== 'waiting') return;
  const ids = await deps.source.runIdsOf(request.id);
  if (ids.length === 0) {
    const starts = await decideRuns(deps, request, triggers);
    if (starts === 'none') return deps.settler.close(request.id, 'captured');
    await buryRuns(
      deps,
      starts.map(({ run }) => run),
    );
  } else {
    const runs = await deps.source.runs(ids);
    await buryRuns(
      deps,
      runs.map(({ run }) => run),
    );
  }
  await deps.settler.settle(request.id);
  deps.release(request.id, isAwaited(triggers));
}

export async function buryRuns(deps: DispatchDeps, runs: readonly RunRow[]): Promise<void> {
  const error = { code: 'worker_crashed', message: 'The worker died each time it ran this.' };
  const open = runs.filter((run) => run.finishedAt === null && !run.held);
  const ended = open.map((run) =>
    rowOnly({ ...run, status: 'failed', error, finishedAt: deps.now(), resumeAt: null }),
  );
  if (ended.length > 0) await deps.commitTogether(ended);
}

/**
 * Goes on with a run whose row exists: after a wait, a crash, a replay, a rerun. One that has ended
 * is skipped; one whose workflow is paused is held. Resolves to false where it has to come again.
 */
export async function takeUpRun(
  deps: DispatchDeps,
  request: LoadedRequest,
  loaded: LoadedRun,
): Promise<boolean> {
  const { run, steps, workflowName } = loaded;
  if (run.finishedAt !== null) {
    if (request.outcome === 'waiting') await deps.settler.settle(run.requestId);
    return true;
  }
  if (run.held) return true;
  const isTest = run.version === 0;
  if (loaded.paused && !isTest && run.startedAt === null) {
    await deps.commitTogether([rowOnly({ ...run, held: true })]);
    return true;
  }
  const plan = await deps.plans.get(run);
  if (!plan) return endUnrunnable(deps, run, versionGone);
  if (!plan.nodes.has(run.triggerNodeId)) return endUnrunnable(deps, run, triggerGone);
  const scope = triggerScope(request, loaded.endpoint);
  const job = jobFor({ run, plan, workflowName, steps, alone: false }, request, { scope });
  const end = await deps.execute(job);
  if (end.kind === 'ended') await deps.settler.settle(run.requestId);
  if (end.kind === 'ended' && !end.answered) deps.release(run.requestId, job.answerable);
  return end.kind !== 'elsewhere';
}

const versionGone = { code: 'version_gone', message: 'The version this run belongs to is gone.' };

async function endUnrunnable(
  deps: DispatchDeps,
  run: RunRow,
  error: CodedMessage,
): Promise<boolean> {
  const ended: RunRow = { ...run, status: 'failed', error, finishedAt: deps.now() };
  await deps.commitTogether([rowOnly(ended)]);
  await deps.settler.settle(run.requestId);
  return true;
}
