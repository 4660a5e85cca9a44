import { problem } from '#lib/core/errors.ts';
import type { CodedMessage, RunRow, RunStatus, StepRow } from '#lib/core/execution/run.ts';
import type { Answer } from '#lib/core/execution/types.ts';
import type { Json } from '#lib/core/json.ts';
import { type StoredRequest, triggerScope } from '#lib/core/request/scope.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { triggerOutput } from '#lib/usecases/engine/run-state.ts';
import { type RunSummaryView, runSummary } from './run-summary.ts';

export type RunStepView = {
  nodeId: string;
  item: number;
  type: string;
  name: string;
  status: string;
  port: string | null;
  attempt: number;
  startedAt: string;
  finishedAt: string | null;
  input: Json;
  output: Json;
  warnings: readonly string[];
  error: CodedMessage | null;
};
export type RunView = RunSummaryView<RunStatus> & {
  steps: RunStepView[];
  lateAnswer: Answer | null;
};

export type RunReader = {
  runs: {
    get(
      workspaceId: string,
      id: string,
    ): Promise<
      { run: RunRow; steps: StepRow[]; trigger: { type: string; name: string } | null } | undefined
    >;
  };
  source: { requests(ids: readonly string[]): Promise<StoredRequest[]> };
};

const noRun = problem(
  'not_found',
  'There is no such run in this workspace, or it is past the days that are kept.',
);
const noEndpoint = { id: '', name: '', metadata: {} };

/** A run with its steps. The trigger's step is not stored: its output is the request. */
export async function getRun(
  deps: RunReader,
  input: { workspaceId: string; id: string },
): Promise<Result<RunView>> {
  const stored = await deps.runs.get(input.workspaceId, input.id);
  if (!stored) return err(noRun);
  const [request] = await deps.source.requests([stored.run.requestId]);
  const trigger = request ? [triggerStep(stored.run, stored.trigger, request)] : [];
  return ok({
    ...runView(stored.run),
    steps: [...trigger, ...stored.steps.map(stepView)],
    lateAnswer: stored.run.lateAnswer,
  });
}

export type RunContextView = {
  workflowName: string | null;
  event: string | null;
  replayOf: string | null;
  steps: { nodeId: string; name: string; status: string; ms: number | null }[];
};
export type RunListItem = RunSummaryView<RunStatus> & RunContextView;

/** Newest request first, each with what a person needs to tell it from the others. */
export async function listRuns<Filter extends { workspaceId: string; limit: number }>(
  deps: {
    runs: { list(filter: Filter): Promise<RunRow[]> };
    contexts: {
      of(workspaceId: string, runIds: readonly string[]): Promise<Map<string, RunContextView>>;
    };
  },
  filter: Filter,
): Promise<RunListItem[]> {
  const runs = await deps.runs.list(filter);
  const contexts = await deps.contexts.of(
    filter.workspaceId,
    runs.map(({ id }) => id),
  );
  return runs.map((run) => ({ ...runView(run), ...(contexts.get(run.id) ?? noContext) }));
}

const noContext: RunContextView = { workflowName: null, event: null, replayOf: null, steps: [] };

export function runView(run: RunRow): RunSummaryView<RunStatus> {
  return runSummary({ ...run, startedAt: date(run.startedAt), finishedAt: date(run.finishedAt) });
}

const date = (ms: number | null) => (ms === null ? null : new Date(ms));
const iso = (ms: number) => new Date(ms).toISOString();

function triggerStep(
  run: RunRow,
  trigger: { type: string; name: string } | null,
  request: StoredRequest,
): RunStepView {
  const at = iso(run.startedAt ?? request.receivedAt);
  return {
    nodeId: run.triggerNodeId,
    item: 0,
    type: trigger?.type ?? 'webhook',
    name: trigger?.name ?? run.triggerNodeId,
    status: 'succeeded',
    port: 'out',
    attempt: 1,
    startedAt: at,
    finishedAt: at,
    input: null,
    output: triggerOutput(triggerScope(request, noEndpoint)),
    warnings: [],
    error: null,
  };
}

function stepView({ seq: _seq, resumeAt: _resumeAt, ...step }: StepRow): RunStepView {
  return {
    ...step,
    startedAt: iso(step.startedAt),
    finishedAt: step.finishedAt === null ? null : iso(step.finishedAt),
  };
}
