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
import { definitionOf, type NodeKind } from '#lib/core/graph/node-type.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';

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

export type PaletteGroup = 'triggers' | 'flow' | 'actions';

/** How a step's type looks: icon, tint, and where it stands in the palette. */
export function stepLook(type: string): {
  icon: LucideIcon;
  hue: number;
  label: string;
  group: PaletteGroup;
} {
  const definition = definitionOf(nodeDefinitions, type);
  if (!definition) return { icon: CircleHelp, hue: hues.action, label: type, group: 'actions' };
  const { kind, label } = definition;
  const isFlow = kind === 'filter' || steering.has(type);
  const icon = icons[definition.icon] ?? CircleHelp;
  if (kind === 'trigger') return { icon, hue: hues.trigger, label, group: 'triggers' };
  return {
    icon,
    hue: isFlow ? hues.filter : hues.action,
    label,
    group: isFlow ? 'flow' : 'actions',
  };
}
