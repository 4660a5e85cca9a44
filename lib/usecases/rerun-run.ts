import { problem } from '#lib/core/errors.ts';
import { getsToStart } from '#lib/core/execution/next-steps.ts';
import { type ExecutionPlan, fromNodeOn } from '#lib/core/execution/plan.ts';
import type { RunRow, StepRow } from '#lib/core/execution/run.ts';
import { triggerInPlace } from '#lib/core/execution/trigger-in-place.ts';
import type { LoadedRequest } from '#lib/core/request/scope.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { queuedRun } from './engine/new-run.ts';
import type { PlanCache } from './engine/plan-cache.ts';
import type { ListeningTrigger } from './engine/work-source.ts';

export type StoredRun = { run: RunRow; steps: StepRow[] };

export type RerunDeps = {
  runs: { get(workspaceId: string, id: string): Promise<StoredRun | undefined> };
  workflows: {
    live(workflowId: string): Promise<{ version: number | null; paused: boolean } | undefined>;
  };
  source: {
    requests(ids: readonly string[]): Promise<LoadedRequest[]>;
    triggersOf(endpointId: string): Promise<ListeningTrigger[]>;
  };
  plans: PlanCache;
  intake: {
    startAgain(
      of: Pick<RunRow, 'requestId' | 'workflowId' | 'triggerNodeId'>,
      build: (rerun: number) => { run: RunRow; steps: readonly StepRow[] },
    ): Promise<RunRow>;
  };
  nudge(): void;
};

export type RerunRun = {
  workspaceId: string;
  runId: string;
  /** The step to start at: what ran before it keeps its output. Absent: all of it again. */
  from?: string | undefined;
  version?: 'same' | 'current' | undefined;
};

export const noRun = problem(
  'not_found',
  'There is no such run in this workspace, or it is past the days that are kept.',
);
const noWorkflow = problem('no_live_workflow', 'The workflow is not live: publish it, then rerun.');

/**
 * Runs a run's request again, outside stats. Fails with `not_found`, `no_live_workflow`,
 * `invalid_value` where the version has no such step, nothing would reach it, or it has no trigger for
 * the request.
 */
export async function rerunRun(deps: RerunDeps, input: RerunRun): Promise<Result<RunRow>> {
  const stored = await deps.runs.get(input.workspaceId, input.runId);
  if (!stored) return err(noRun);
  const { run } = stored;
  const workflow = await deps.workflows.live(run.workflowId);
  const version = input.version === 'current' ? workflow?.version : run.version;
  if (!workflow || version === undefined || version === null) return err(noWorkflow);
  const plan = await deps.plans.get({ workflowId: run.workflowId, version });
  if (!plan) return err(noWorkflow);
  if (input.from !== undefined && !plan.nodes.has(input.from)) return err(noStep(input.from));
  const triggerNodeId = await triggerOn(deps, plan, { ...run, version });
  if (triggerNodeId === undefined) return err(noTrigger);
  const kept = keptSteps(plan, stored.steps, input.from);
  const steps = new Map(kept.map((step) => [step.nodeId, step]));
  if (!getsToStart(plan, { triggerNodeId, startNodeId: input.from ?? null, steps })) {
    return err(unreached(plan, input.from ?? triggerNodeId));
  }
  const of = { ...run, version, triggerNodeId };
  const again = await deps.intake.startAgain(of, (rerun) => ({
    run: queuedRun(
      { ...of, held: workflow.paused, counts: false },
      { rerun, rerunOf: run.id, rerunFrom: input.from ?? null },
    ),
    steps: kept,
  }));
  deps.nudge();
  return ok(again);
}

/**
 * The trigger it ran from, where the version has it; else the one of that version that listens in
 * its place.
 */
async function triggerOn(
  deps: RerunDeps,
  plan: ExecutionPlan,
  run: RunRow,
): Promise<string | undefined> {
  if (plan.nodes.has(run.triggerNodeId)) return run.triggerNodeId;
  const [request] = await deps.source.requests([run.requestId]);
  const triggers = await deps.source.triggersOf(run.endpointId);
  const listening = triggers
    .filter(({ workflowId, version }) => workflowId === run.workflowId && version === run.version)
    .map(({ nodeId }) => nodeId);
  const { nodes } = plan.topology;
  return triggerInPlace({ nodes, listening, eventType: request?.eventType ?? null }).nodeId;
}

const noTriggerDetail =
  'That version has no trigger for this request: publish one that listens to its endpoint and asks for its event, or rerun the version it ran on.';
const noTrigger = problem('invalid_value', noTriggerDetail, [
  { field: 'version', message: noTriggerDetail },
]);

function noStep(from: string) {
  const detail = `The version has no step ${from}: choose one that it has.`;
  return problem('invalid_value', detail, [{ field: 'from', message: detail }]);
}

function unreached(plan: ExecutionPlan, from: string) {
  const name = plan.nodes.get(from)?.node.name ?? from;
  const detail = `No step before “${name}” ran, so nothing would reach it: rerun from a step that was reached, or all of it.`;
  return problem('invalid_value', detail, [{ field: 'from', message: detail }]);
}

/** Steps that ended well, are not run anew, and are still of the same type. */
function keptSteps(plan: ExecutionPlan, steps: readonly StepRow[], from: string | undefined) {
  if (from === undefined) return [];
  const anew = fromNodeOn(plan, from);
  return steps.filter((step) => {
    const node = plan.nodes.get(step.nodeId)?.node;
    const ended = step.status === 'succeeded' || step.status === 'filtered';
    return ended && node?.type === step.type && !anew.has(step.nodeId);
  });
}
