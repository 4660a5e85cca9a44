import type { Node } from 'reactflow';
import type { StepTone } from './step-status.ts';

/** How a run stands at a step; `none`: it didn't come there, or not yet. */
export type Stand = StepTone | 'none';
export type StepData = { readonly stand?: Stand };

const colours: Readonly<Record<Stand, string>> = {
  // Calmer than the status itself: it covers area.
  good: 'var(--chart-ran)',
  bad: 'var(--bad-solid)',
  wait: 'var(--wait-solid)',
  live: 'var(--live-solid)',
  idle: 'var(--idle-solid)',
  none: 'var(--line-2)',
};

const without: StepData = {};
const known = new Map<Stand, StepData>();

/** One object for each stand: a step that looks the same stays the same. */
export function stepData(stand: Stand | undefined): StepData {
  if (stand === undefined) return without;
  const data = known.get(stand) ?? { stand };
  known.set(stand, data);
  return data;
}

/** A step's colour on the small map. It reads the node alone: the map asks again only where that changed. */
export function overviewColour({ selected, data }: Pick<Node, 'selected' | 'data'>): string {
  if (selected) return 'var(--accent-solid)';
  const { stand } = data as StepData;
  return stand === undefined ? 'var(--line-field)' : colours[stand];
}
