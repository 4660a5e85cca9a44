import { HoldStore } from '#lib/adapters/db/hold-store.ts';
import type { Pool } from '#lib/adapters/db/pool.ts';
import { RequestSettler } from '#lib/adapters/db/request-settler.ts';
import { RunIntake } from '#lib/adapters/db/run-intake.ts';
import { RunSource } from '#lib/adapters/db/run-source.ts';
import { RunStore } from '#lib/adapters/db/run-store.ts';
import { RunWatch } from '#lib/adapters/db/run-watch.ts';
import type { Notifications } from '#lib/adapters/live/notifications.ts';
import type { NodeDefinitions } from '#lib/core/graph/node-type.ts';
import { cancelRun } from '#lib/usecases/cancel-run.ts';
import { PlanCache } from '#lib/usecases/engine/plan-cache.ts';
import { identifyAgain } from '#lib/usecases/identify-again.ts';
import { pauseWorkflow, resumeWorkflow, type WorkflowRef } from '#lib/usecases/pause-workflow.ts';
import { type ReplayRequest, replayRequest } from '#lib/usecases/replay-request.ts';
import { type RerunRun, rerunRun } from '#lib/usecases/rerun-run.ts';
import { type TestWorkflow, testWorkflow } from '#lib/usecases/test-workflow.ts';
import { orderedIds } from './ordered-ids.ts';

export type RunCallsOptions = {
  pool: Pool;
  notifications: Notifications;
  /** This process's shard of the counters. */
  shard: number;
  definitions: NodeDefinitions;
  /** Work is in the outbox. */
  nudge(): void;
};

/** What people do to runs. None of it runs anything here: work goes through the outbox. */
export function buildRunCalls(options: RunCallsOptions) {
  const { pool, notifications, nudge } = options;
  const settler = new RequestSettler(pool, options.shard);
  const source = new RunSource(pool);
  const holds = new HoldStore(pool, settler);
  const watch = new RunWatch({ db: pool, notifications });
  const deps = {
    source,
    workflows: source,
    runs: new RunStore(pool),
    plans: new PlanCache((ref) => source.graph(ref), options.definitions),
    intake: new RunIntake(pool, settler),
    identify: identifyAgain((endpointId) => source.endpointParts(endpointId)),
    settled: (runId: string, ms: number) => watch.settled(runId, ms),
    announce: (runId: string) => notifications.publish({ kind: 'cancel', runId }),
    newId: orderedIds(),
    now: Date.now,
    nudge,
  };
  return {
    replay: (input: ReplayRequest) => replayRequest(deps, input),
    rerun: (input: RerunRun) => rerunRun(deps, input),
    cancel: (input: { workspaceId: string; runId: string }) => cancelRun(deps, input),
    pause: (input: WorkflowRef) => pauseWorkflow({ holds, nudge }, input),
    resume: (input: WorkflowRef & { discard?: boolean | undefined }) =>
      resumeWorkflow({ holds, nudge }, input),
    test: (input: TestWorkflow) => testWorkflow(deps, input),
  };
}
export type RunCalls = ReturnType<typeof buildRunCalls>;
