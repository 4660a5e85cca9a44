import {
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import { isOver, type RunShown, type StepShown } from '#components/editor/store/overlay.ts';
import { portLabel } from '#components/steps/step-words.ts';
import type { GraphNode } from '#lib/core/graph/document.ts';
import { duration } from '#lib/i18n/quantity.ts';
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

export const statusIcons: Readonly<Record<StepTone, LucideIcon>> = {
  good: CircleCheck,
  bad: CircleX,
  wait: Hourglass,
  live: LoaderCircle,
  idle: CircleSlash,
};

export function stepTone(status: string): StepTone {
  return tones[status] ?? 'idle';
}

export type ShownStatus = { tone: StepTone; icon: LucideIcon; word: string };

/** What a run made of a step, as the card's foot says it; a step may not be reached, or not yet. */
export function stepStatus(
  node: GraphNode,
  { run, step }: { run: RunShown; step: StepShown | undefined },
  text: Text,
): ShownStatus {
  if (!step) {
    return isOver(run.status)
      ? { tone: 'idle', icon: CircleSlash, word: text('editor.status.skipped') }
      : { tone: 'idle', icon: CircleDashed, word: text('editor.status.notYet') };
  }
  const tone = stepTone(step.status);
  return { tone, icon: statusIcons[tone], word: wordOf(node, step, text) };
}

/** A detail in place of the word where that says more. */
function wordOf(node: GraphNode, { status, attempt, port }: StepShown, text: Text): string {
  if (status === 'failed' && attempt > 1) {
    return text('editor.status.failedTries', { count: attempt });
  }
  const went = stepTone(status) === 'good' || status === 'filtered' ? port : null;
  if (node.type === 'filter' && went) {
    return text(went === 'match' ? 'editor.status.matched' : 'editor.status.unmatched');
  }
  if (node.type === 'switch' && went) return portLabel(node, went, text);
  const known = status === 'done' ? 'succeeded' : status;
  return known in tones ? text(`editor.status.${known}` as TextKey) : status;
}

/** `0.4 s`, `12 ms`. */
export function stepTime(ms: number | null, text: Text): string {
  return ms === null ? '' : duration(ms, text.locale);
}
