import { isJsonObject, type Json } from '#lib/core/json.ts';
import { conditionReasons, type ReasonRow } from '../conditions/condition-reasons.ts';
import { unmetRows } from '../conditions/condition-words.ts';
import { decidingStep } from '../runs/deciding-step.ts';
import type { RunDetail, RunStep } from '../runs/run-types.ts';

/** What a run came to, in the one line that proves it. */
export type LiveOutcome =
  | { kind: 'sent'; call: string; status: number }
  | { kind: 'held'; step: string; why: ReasonRow | null }
  | { kind: 'failed'; step: string; error: { code: string; message: string } }
  | { kind: 'other' };

/** Of a run that is over. */
export function liveOutcome(run: RunDetail): LiveOutcome {
  const step = decidingStep(run);
  if (run.status === 'failed') {
    const error = step?.error ?? run.error;
    return error ? { kind: 'failed', step: step?.name ?? '', error } : { kind: 'other' };
  }
  if (step && run.status === 'filtered') return heldBy(step);
  return (step && run.status === 'succeeded' && sentOf(step)) || { kind: 'other' };
}

function heldBy({ type, name, input }: RunStep): LiveOutcome {
  if (type !== 'filter') return { kind: 'other' };
  const [unmet] = unmetRows(conditionReasons('filter', input));
  return { kind: 'held', step: name, why: unmet ?? null };
}

function sentOf({ input, output }: RunStep): LiveOutcome | null {
  const status = fieldOf(output, 'status');
  if (typeof status !== 'number') return null;
  const call = [fieldOf(input, 'method'), fieldOf(input, 'url')];
  return { kind: 'sent', call: call.filter((part) => typeof part === 'string').join(' '), status };
}

function fieldOf(value: Json, name: string): Json | undefined {
  return isJsonObject(value) ? value[name] : undefined;
}
