import {
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  FunnelX,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import type { RunStatus } from './run-types.ts';

/** Colour and icon; `loud`: the word is coloured too, because somebody should look. */
export type RunLook = {
  icon: LucideIcon;
  tone: 'good' | 'bad' | 'wait' | 'live' | 'idle';
  loud?: boolean;
};

const looks: Record<RunStatus, RunLook> = {
  queued: { icon: CircleDashed, tone: 'idle' },
  running: { icon: LoaderCircle, tone: 'live', loud: true },
  waiting: { icon: Hourglass, tone: 'wait', loud: true },
  succeeded: { icon: CircleCheck, tone: 'good' },
  failed: { icon: CircleX, tone: 'bad', loud: true },
  filtered: { icon: FunnelX, tone: 'idle' },
  cancelled: { icon: CircleSlash, tone: 'idle' },
};

/** Of a run or a step; what isn't known is shown as not reached. */
export function runLook(status: string): RunLook {
  return Object.hasOwn(looks, status)
    ? looks[status as RunStatus]
    : { icon: CircleSlash, tone: 'idle' };
}

/** A status's catalogue key; unknown ones have none. */
export function isRunStatus(status: string): status is RunStatus {
  return Object.hasOwn(looks, status);
}
