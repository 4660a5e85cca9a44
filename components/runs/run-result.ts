import type { Text } from '#lib/i18n/text.ts';
import { textCount } from '#lib/i18n/text.ts';
import { conditionReasons } from '../conditions/condition-reasons.ts';
import { reasonSentence, unmetRows } from '../conditions/condition-words.ts';
import { decidingStep } from './deciding-step.ts';
import { errorWords } from './error-words.ts';
import { answerStatus } from './result-word.ts';
import type { RunDetail, RunStep } from './run-types.ts';

export type EndedRun = Pick<RunDetail, 'status' | 'error'> & {
  steps: readonly Pick<RunStep, 'type' | 'name' | 'status' | 'input' | 'output'>[];
};

/** What a run came to in one sentence, with the step and the reason that decided it. */
export function runResult(run: EndedRun, text: Text): string {
  const step = decidingStep(run);
  switch (run.status) {
    case 'filtered':
      return step ? heldBy(step, text) : text('runs.came.nothing');
    case 'failed':
      return failedBy(run, step?.name, text);
    case 'waiting':
      return step ? text('runs.why.waiting', { step: step.name }) : text('runs.came.queued');
    case 'succeeded':
      return answered(step, text);
    default:
      return text(`runs.came.${run.status}`);
  }
}

function heldBy({ type, name, input }: EndedRun['steps'][number], text: Text): string {
  const [first, ...more] = unmetRows(conditionReasons(type, input));
  if (type !== 'filter' || !first) return text('runs.why.filtered', { step: name });
  const held = text('runs.came.held', { step: name, why: reasonSentence(first, text) });
  return more.length === 0 ? held : textCount(text, 'runs.came.more', { count: more.length, held });
}

function failedBy({ error }: EndedRun, step: string | undefined, text: Text): string {
  const message = error ? errorWords(error, text) : '';
  if (step === undefined) return message || text('runs.status.failed');
  return text('runs.came.failed', { step, message });
}

function answered(call: EndedRun['steps'][number] | undefined, text: Text): string {
  const status = answerStatus(call?.output);
  if (!call || status === undefined) return text('runs.came.succeeded');
  return text('runs.came.answered', { step: call.name, status });
}
