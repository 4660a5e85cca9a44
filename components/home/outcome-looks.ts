import {
  Ban,
  CircleCheck,
  Equal,
  FunnelX,
  Handshake,
  Hourglass,
  Inbox,
  type LucideIcon,
} from 'lucide-react';
import type { StatusTone } from '../ui/status.tsx';
import type { Outcome } from './chart-model.ts';

export type OutcomeLook = { icon: LucideIcon; tone: StatusTone; fill: string };

export const outcomeLooks: Readonly<Record<Outcome, OutcomeLook>> = {
  ran: { icon: CircleCheck, tone: 'good', fill: 'fill-chart-ran' },
  filtered: { icon: FunnelX, tone: 'idle', fill: 'fill-idle-solid' },
  duplicate: { icon: Equal, tone: 'dup', fill: 'fill-dup-solid' },
  rejected: { icon: Ban, tone: 'bad', fill: 'fill-bad-solid' },
  handshake: { icon: Handshake, tone: 'hand', fill: 'fill-hand-solid' },
  captured: { icon: Inbox, tone: 'idle', fill: 'fill-idle-line' },
  waiting: { icon: Hourglass, tone: 'wait', fill: 'fill-wait-solid' },
};
