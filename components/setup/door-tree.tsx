'use client';

import { Check, Terminal } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Json } from '#lib/core/json.ts';
import type { RequestSummary } from '../inspector/request-types.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { type TreeRow, treeRows } from '../values/value-tree.ts';
import { DoorTreeRow } from './door-tree-row.tsx';
import { useCopyRequest } from './use-copy-request.ts';
import type { Picking } from './use-picking.ts';
import { useTreeKeys } from './use-tree-keys.ts';
import { usuallyOpen } from './usual-paths.ts';

export type DoorTreeProps = {
  request: RequestSummary;
  sender: string | undefined;
  picking: Picking;
};

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

const shownRoots = ['body', 'headers', 'query'] as const;

/** The request's values. A click on one uses it in the step that is open. */
export function DoorTree({ request, sender, picking }: DoorTreeProps) {
  const text = useText();
  const { scope, verb, pick } = picking;
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const usual = useMemo(() => usuallyOpen(sender, scope ?? {}), [sender, scope]);
  const rows = useMemo(() => {
    const shown = shownRoots.flatMap((root) => {
      const value = scope?.[root];
      return value === undefined || isEmpty(value) ? [] : [[root, value] as const];
    });
    return treeRows(Object.fromEntries(shown), {
      isOpen: ({ id }) => turned.get(id) ?? usual.has(id),
    });
  }, [scope, turned, usual]);
  const toggle = (row: TreeRow, to: boolean) => setTurned(new Map(turned).set(row.id, to));
  const use = (row: TreeRow) => {
    if (verb !== null && row.depth > 0) pick(row);
  };
  const { current, onKeyDown } = useTreeKeys(rows, { toggle, use });
  const copy = useCopyRequest(request);
  return (
    <section className="flex min-h-0 flex-col pb-2">
      <div className="flex flex-wrap items-center gap-x-2.5 py-2 pr-2.5 pl-4">
        <h3 className="min-w-0 flex-1 font-semibold">{text('setup.tree')}</h3>
        <Button
          variant="ghost"
          size="sm"
          className="max-sm:h-11"
          icon={copy.copied ? Check : Terminal}
          onClick={() => void copy.run()}
        >
          {text('setup.tree.copy')}
        </Button>
        <span role="status" className={copy.problem ? 'text-bad text-meta' : 'sr-only'}>
          {copy.problem ?? (copy.copied ? text('setup.copied') : '')}
        </span>
        {/* A line of its own, kept while it says nothing: the values below stay where they are. */}
        <span className="min-h-5 w-full text-meta text-text-2">
          {verb !== null && text(`setup.tree.${verb}`)}
        </span>
      </div>
      {scope ? (
        <div
          role="tree"
          aria-label={text('setup.tree')}
          tabIndex={0}
          aria-activedescendant={current === null ? undefined : `door-${current}`}
          onKeyDown={onKeyDown}
          className="overflow-x-auto px-2 font-mono text-meta focus-visible:-outline-offset-2"
        >
          {rows.map((row) => (
            <DoorTreeRow
              key={row.id}
              row={row}
              current={row.id === current}
              verb={row.depth > 0 ? verb : null}
              onToggle={() => toggle(row, !row.open)}
              onUse={() => use(row)}
            />
          ))}
        </div>
      ) : (
        <Skeleton className="mx-4 h-40" />
      )}
    </section>
  );
}
