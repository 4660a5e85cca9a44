'use client';

import { useEffect, useState } from 'react';
import { isWriting } from '../shell/is-writing.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { Table } from '../ui/table.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ticked } from './list-view.ts';
import type { Ticks } from './ticks.ts';
import { useWorkflowActions } from './use-workflow-actions.ts';
import { useWorkflowColumns } from './workflow-columns.tsx';
import type { WorkflowRow } from './workflow-types.ts';

/** Drawn at once; more of them on demand, so that a thousand don't make every key slow. */
const drawnAtOnce = 100;

export type WorkflowRowsProps = { rows: readonly WorkflowRow[]; canEdit: boolean };

export function WorkflowRows({ rows, canEdit }: WorkflowRowsProps) {
  const text = useText();
  const actions = useWorkflowActions();
  const [drawn, setDrawn] = useState(drawnAtOnce);
  const shown = rows.slice(0, drawn);
  const ids = shown.map(({ workflow }) => workflow.id);
  const ticks = useTicks(ids);
  const [renaming, setRenaming] = useState<string | null>(null);
  const columns = useWorkflowColumns({ canEdit, actions, ticks, renaming, setRenaming });
  const chosen = shown.flatMap(({ workflow }) => (ticks.on.has(workflow.id) ? workflow : []));
  return (
    <div className="border-line border-t">
      <Table
        label={text('workflows.title')}
        columns={columns}
        rows={shown}
        keyOf={({ workflow }) => workflow.id}
        // A field inside a link would lead away with the first click into it.
        hrefOf={(row) => (row.workflow.id === renaming ? undefined : hrefOf(row))}
        isCurrent={({ workflow }) => ticks.on.has(workflow.id)}
      />
      {rows.length > drawn && (
        <div className="flex justify-center border-line border-t py-3">
          <Button onClick={() => setDrawn(drawn + drawnAtOnce)}>{text('ui.showMore')}</Button>
        </div>
      )}
      {chosen.length > 0 && <BulkBar chosen={chosen} actions={actions} onClear={ticks.clear} />}
    </div>
  );
}

/** A draft with nothing after its trigger was left in the set-up: it goes on there. */
function hrefOf({ workflow }: WorkflowRow): string {
  const { id, status, nodes } = workflow;
  const [only, ...others] = nodes;
  const unbuilt = status === 'draft' && only?.type === 'webhook' && others.length === 0;
  return `/workflows/${id}${unbuilt ? '/setup' : ''}`;
}

function allOf(ticked: number, shown: number): Ticks['all'] {
  if (ticked === 0) return 'none';
  return ticked === shown ? 'all' : 'some';
}

function useTicks(ids: readonly string[]): Ticks {
  const [set, setSet] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const clear = () => setSet(new Set());
  // What isn't shown any more isn't meant either.
  const on = new Set(ids.filter((id) => set.has(id)));
  const any = on.size > 0;
  useEffect(() => {
    if (!any) return;
    const onKey = (event: KeyboardEvent) => {
      const own = event.key === 'Escape' && !event.defaultPrevented;
      const boxed = event.target instanceof HTMLInputElement && event.target.type === 'checkbox';
      if (own && (boxed || !isWriting(event.target))) setSet(new Set());
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [any]);
  return {
    on,
    all: allOf(on.size, ids.length),
    toggle: (id, range) => {
      setSet(ticked(on, { ids, id, from: range ? last : null }));
      setLast(id);
    },
    toggleAll: () => setSet(on.size === ids.length ? new Set() : new Set(ids)),
    clear,
  };
}
