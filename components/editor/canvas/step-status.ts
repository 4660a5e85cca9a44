import type { StepShown } from '#components/editor/store/overlay.ts';
import type { Text, TextKey } from '#lib/i18n/text.ts';

export type StepTone = 'good' | 'bad' | 'wait' | 'live' | 'idle';
const tones: Readonly<Record<string, StepTone>> = {
  succeeded: 'good',
  done: 'good',
  failed: 'bad',
  running: 'live',
  waiting: 'wait',
  queued: 'idle',
  filtered: 'idle',
  cancelled: 'idle',
};

/** What a run made of a step, as the card's foot says it. Undefined: the run never came here. */
export function stepStatus(
  step: StepShown | undefined,
  text: Text,
): { tone: StepTone; word: string } {
  if (!step) return { tone: 'idle', word: text('editor.status.skipped') };
  const tone = tones[step.status] ?? 'idle';
  if (step.status === 'failed' && step.attempt > 1) {
    return { tone, word: text('editor.status.failedTries', { count: step.attempt }) };
  }
  const known = step.status === 'done' ? 'succeeded' : step.status;
  const key = `editor.status.${known}`;
  return { tone, word: known in tones ? text(key as TextKey) : step.status };
}

/** `0.4 s`, `12 ms`. */
export function stepTime(ms: number | null): string {
  if (ms === null) return '';
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}
