import {
  Braces,
  CircleHelp,
  CircleStop,
  Funnel,
  type LucideIcon,
  Reply,
  Send,
  Split,
  Timer,
  Webhook,
} from 'lucide-react';
import type { NodeKind } from '#lib/core/graph/node-type.ts';

const icons: Readonly<Record<string, LucideIcon>> = {
  braces: Braces,
  'circle-stop': CircleStop,
  funnel: Funnel,
  reply: Reply,
  send: Send,
  split: Split,
  timer: Timer,
  webhook: Webhook,
};
const hues: Record<NodeKind, number> = { trigger: 263, filter: 318, action: 195 };
/** Actions by kind that steer the run rather than act. */
const steering: ReadonlySet<string> = new Set(['delay', 'stop']);

/** Of a step type's `icon`; a question mark for types that this release doesn't know. */
export function stepIcon(name: string | undefined): LucideIcon {
  return icons[name ?? ''] ?? CircleHelp;
}

/** Whether a step decides where a run goes on, or does something. */
export function isFlowStep(type: string, kind: NodeKind): boolean {
  return kind === 'filter' || steering.has(type);
}

/** The tint of a step's tile: never a status. */
export function stepHue(type: string, kind: NodeKind): number {
  return isFlowStep(type, kind) ? hues.filter : hues[kind];
}
