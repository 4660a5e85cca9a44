import { CircleHelp, type LucideIcon } from 'lucide-react';
import { isFlowStep, stepHue, stepIcon } from '#components/steps/step-icons.ts';
import { definitionOf } from '#lib/core/graph/node-type.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';

export type PaletteGroup = 'triggers' | 'flow' | 'actions';

/** How a step's type looks: icon, tint, and where it stands in the palette. */
export function stepLook(type: string): {
  icon: LucideIcon;
  hue: number;
  group: PaletteGroup;
} {
  const definition = definitionOf(nodeDefinitions, type);
  if (!definition) {
    return { icon: CircleHelp, hue: stepHue(type, 'action'), group: 'actions' };
  }
  const { kind } = definition;
  const look = { icon: stepIcon(definition.icon), hue: stepHue(type, kind) };
  if (kind === 'trigger') return { ...look, group: 'triggers' };
  return { ...look, group: isFlowStep(type, kind) ? 'flow' : 'actions' };
}
