import type { CodedMessage, RunStatus } from '#lib/core/execution/run.ts';
import type { Json } from '#lib/core/json.ts';

/** A step of the run shown. `input`, `output`, `error` come with the run's details, after its notice. */
export type StepShown = {
  status: string;
  port: string | null;
  attempt: number;
  startedAt: string | null;
  finishedAt: string | null;
  /** Null while it runs, or where nobody measured. */
  ms: number | null;
  input: Json;
  output: Json;
  warnings: readonly string[];
  error: CodedMessage | null;
};

/** The run that lies over the canvas. */
export type RunShown = {
  id: string;
  requestId: string | null;
  /** 0: the draft, in a test. */
  version: number;
  status: RunStatus;
  startedAt: string | null;
  finishedAt: string | null;
  ms: number | null;
  error: CodedMessage | null;
};

export type OverlayState = {
  run: RunShown | null;
  /** By step id. A step that isn't here wasn't reached, or not yet. */
  steps: ReadonlyMap<string, StepShown>;
};

export const noOverlay: OverlayState = { run: null, steps: new Map() };

/** The API's run with its steps. */
export type RunDetail = RunShown & {
  steps: readonly (Omit<StepShown, 'ms' | 'startedAt'> & { nodeId: string; startedAt: string })[];
};

export function overlayOf(detail: RunDetail): OverlayState {
  const { id, requestId, version, status, startedAt, finishedAt, ms, error } = detail;
  const steps = new Map<string, StepShown>();
  for (const step of detail.steps) {
    const { port, attempt, input, output, warnings } = step;
    steps.set(step.nodeId, {
      ...{ status: step.status, port, attempt, input, output, warnings, error: step.error },
      startedAt: step.startedAt,
      finishedAt: step.finishedAt,
      ms: step.finishedAt ? Date.parse(step.finishedAt) - Date.parse(step.startedAt) : null,
    });
  }
  return { run: { id, requestId, version, status, startedAt, finishedAt, ms, error }, steps };
}

/** A live notice: what is known of the step stays until its details are read. */
export function withStep(overlay: OverlayState, nodeId: string, status: string): OverlayState {
  const steps = new Map(overlay.steps);
  steps.set(nodeId, { ...(overlay.steps.get(nodeId) ?? unknownStep), status });
  return { ...overlay, steps };
}

const unknownStep: StepShown = {
  status: 'running',
  port: null,
  attempt: 1,
  startedAt: null,
  finishedAt: null,
  ms: null,
  input: null,
  output: null,
  warnings: [],
  error: null,
};
