import type { RunDetail, RunStep } from './run-types.ts';

type Deciding = Pick<RunStep, 'type' | 'status'>;

/** The step that made a run what it came to: the last call of one that went well, else the last that ended as it did. */
export function decidingStep<Step extends Deciding>({
  status,
  steps,
}: {
  status: RunDetail['status'];
  steps: readonly Step[];
}): Step | undefined {
  if (status === 'succeeded') return steps.findLast(({ type }) => type === 'http_request');
  return steps.findLast((step) => step.status === status);
}
