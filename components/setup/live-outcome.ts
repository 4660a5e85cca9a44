import { isJsonObject, type Json } from '#lib/core/json.ts';
import { conditionReasons, type ReasonRow } from '../conditions/condition-reasons.ts';
import { unmetRows } from '../conditions/condition-words.ts';
import type { RunDetail, RunStep } from '../runs/run-types.ts';

/** What a run came to, in the one line that proves it. */
export type LiveOutcome =
  | { kind: 'sent'; call: string; status: number }
  | { kind: 'held'; step: string; why: ReasonRow | null }
  | { kind: 'failed'; step: string; error: { code: string; message: string } }
  | { kind: 'other' };

/** Of a run that is over. */
export function liveOutcome({ status, steps, error }: RunDetail): LiveOutcome {
  if (status === 'failed') {
    const failed = steps.findLast((step) => step.status === 'failed');
    const why = failed?.error ?? error;
    return why ? { kind: 'failed', step: failed?.name ?? '', error: why } : { kind: 'other' };
  }
  if (status === 'filtered') return heldBy(steps);
  const call = steps.findLast(({ type }) => type === 'http_request');
  return (status === 'succeeded' && call && sentOf(call)) || { kind: 'other' };
}

function heldBy(steps: readonly RunStep[]): LiveOutcome {
  const step = steps.findLast(({ type, port }) => type === 'filter' && port !== 'match');
  if (!step) return { kind: 'other' };
  const [unmet] = unmetRows(conditionReasons('filter', step.input));
  return { kind: 'held', step: step.name, why: unmet ?? null };
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
