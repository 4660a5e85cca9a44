'use client';

import { Minus, PencilLine, Plus } from 'lucide-react';
import { useText } from '#components/text.tsx';
import { Status } from '#components/ui/status.tsx';
import type { GraphChanges } from '#lib/core/graph/compare-graphs.ts';
import { type CountKey, textCount } from '#lib/i18n/text.ts';

const kinds = [
  { kind: 'added', tone: 'good', icon: Plus },
  { kind: 'changed', tone: 'live', icon: PencilLine },
  { kind: 'removed', tone: 'bad', icon: Minus },
] as const;

/** `3 added, 2 changed, 1 removed`; what is nought isn't said. */
export function ChangeCounts({ changes }: { changes: GraphChanges }) {
  const text = useText();
  const counts = { added: 0, changed: changes.vars.length + changes.notes.length, removed: 0 };
  for (const { kind } of changes.steps) counts[kind] += 1;
  return kinds
    .filter(({ kind }) => counts[kind] > 0)
    .map(({ kind, tone, icon }) => (
      <Status key={kind} tone={tone} icon={icon}>
        {textCount(text, `versions.${kind}` as CountKey, counts[kind])}
      </Status>
    ));
}
