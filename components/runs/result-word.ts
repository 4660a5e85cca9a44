import type { Text } from '#lib/i18n/text.ts';
import { portName } from '../steps/step-words.ts';
import type { RunStep } from './run-types.ts';
import type { ShownStep } from './shown-steps.ts';

/** What a step came to, where more can be said than its status: `401`, `Matched`, `On try 2`. */
export function resultWord({ step, status, kept }: ShownStep, text: Text): string | undefined {
  if (kept) return text('runs.step.kept');
  if (status === 'not_reached' || status === 'not_yet') return text(`runs.step.${status}`);
  if (!step) return undefined;
  if (status === 'failed') return failedWord(step, text);
  if (status === 'waiting' && step.error)
    return text('runs.step.again', { next: step.attempt + 1 });
  return status === 'succeeded' || status === 'filtered' ? goodWord(step, text) : undefined;
}

function failedWord({ attempt, output }: RunStep, text: Text): string | undefined {
  return attempt > 1 ? text('runs.step.failedTries', { count: attempt }) : answerStatus(output);
}

function goodWord({ type, port, attempt, output }: RunStep, text: Text): string | undefined {
  if (type === 'webhook') return text('runs.step.accepted');
  if (type === 'filter') return text(port === 'match' ? 'runs.step.match' : 'runs.step.other');
  if (attempt > 1) return text('runs.step.onTry', { count: attempt });
  return type === 'switch' && port ? portName(port, text) : answerStatus(output);
}

/** Of an HTTP step's answer. */
export function answerStatus(output: unknown): string | undefined {
  const status = (output as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? String(status) : undefined;
}
