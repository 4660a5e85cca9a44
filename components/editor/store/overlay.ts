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
  /** 0: the draft, in a test. Null until its details are read. */
  version: number | null;
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
  /** A person asked for this very run: no other one takes its place. */
  picked: boolean;
  /** Since when it is shown, Unix milliseconds. */
  shownAt: number;
  /** New runs are laid over the canvas by themselves. */
  following: boolean;
};

export const noOverlay: OverlayState = {
  ...{ run: null, steps: new Map(), picked: false, shownAt: 0, following: true },
};

/** The API's run with its steps. */
export type RunDetail = RunShown & {
  steps: readonly (Omit<StepShown, 'ms' | 'startedAt'> & { nodeId: string; startedAt: string })[];
};

type Shown = Pick<OverlayState, 'run' | 'steps'>;

export function overlayOf(detail: RunDetail): Shown {
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

/** Details of the run that is shown. What is under way isn't written yet, so it stays as it was told. */
export function withDetails(overlay: OverlayState, detail: RunDetail): Shown {
  const known = overlayOf(detail);
  if (overlay.run?.id !== detail.id || isOver(detail.status)) return known;
  const running = [...overlay.steps].filter(
    ([id, { status }]) => status === 'running' && !known.steps.has(id),
  );
  return { ...known, steps: new Map([...known.steps, ...running]) };
}

/** A live notice, at `now` (Unix milliseconds): what is known of the step stays until its details are read. */
export function withStep(
  overlay: OverlayState,
  { nodeId, status }: { nodeId: string; status: string },
  now: number,
): OverlayState {
  const before = overlay.steps.get(nodeId) ?? unknownStep;
  const at = new Date(now).toISOString();
  const next =
    status === 'running'
      ? { ...unknownStep, startedAt: at, attempt: before.attempt }
      : { ...before, ...endedAt(before, now), status };
  return { ...overlay, steps: new Map(overlay.steps).set(nodeId, next) };
}

function endedAt(step: StepShown, now: number) {
  const ms = step.startedAt === null ? null : Math.max(0, now - Date.parse(step.startedAt));
  return { finishedAt: new Date(now).toISOString(), ms };
}

/** A waiting run is still to end; nothing of it moves for now. */
export function isOver(status: RunStatus): boolean {
  return status !== 'queued' && status !== 'running' && status !== 'waiting';
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
