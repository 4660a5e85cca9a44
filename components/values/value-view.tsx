'use client';

import { useState } from 'react';
import type { Json } from '#lib/core/json.ts';
import { useText } from '../text.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { CodeView } from './code-view.tsx';
import { JsonText } from './json-text.tsx';
import { useTreeCopies } from './use-tree-copies.ts';
import { ValueTreeView } from './value-tree-view.tsx';

const views = ['tree', 'pretty', 'raw'] as const;
/** More isn't drawn in one piece; it is copied whole. */
const drawnChars = 65_536;

export type ValueViewProps = {
  title: string;
  /** How templates name it: `body`, `steps.notify.output`. */
  root: string;
  value: Json;
};

/** A value that a run handled: as a tree, as indented JSON, or on one line. */
export function ValueView({ title, root, value }: ValueViewProps) {
  const text = useText();
  const actionsOf = useTreeCopies();
  const [view, setView] = useState<(typeof views)[number]>('tree');
  const whole = JSON.stringify(value, null, view === 'raw' ? undefined : 2);
  return (
    <section aria-label={title}>
      <div className="flex h-9 items-center gap-2">
        <h3 className="min-w-0 flex-1 truncate font-semibold">{title}</h3>
        <Segmented
          label={text('values.views')}
          value={view}
          onChange={setView}
          options={views.map((name) => ({ value: name, label: text(`values.${name}`) }))}
        />
        <CopyButton
          value={whole}
          label={text('values.copyAll', { name: title })}
          copiedLabel={text('values.copied')}
        />
      </div>
      {view === 'tree' ? (
        <div className="overflow-hidden rounded-sm inset-ring inset-ring-line">
          <ValueTreeView root={root} value={value} label={title} actionsOf={actionsOf} />
        </div>
      ) : (
        <CodeView label={title}>
          <JsonText>{whole.slice(0, drawnChars)}</JsonText>
          {whole.length > drawnChars && '…'}
        </CodeView>
      )}
    </section>
  );
}
