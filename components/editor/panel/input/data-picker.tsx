'use client';

import { ChevronDown, ChevronRight, CornerDownLeft, Plus } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useText } from '#components/text.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { valueText } from '#components/value-text.ts';
import { tagOf } from '#components/values/template-marks.ts';
import { type TreeRow, treeRows } from '#components/values/value-tree.ts';
import type { Json } from '#lib/core/json.ts';
import { controlClass } from '../fields/setting.tsx';
import { isMapped } from '../model/mapped-paths.ts';
import type { PickedValue } from '../model/picked-condition.ts';

export type DataPickerProps = {
  scope: Readonly<Record<string, Json>>;
  /** The paths that the step's settings use. */
  mapped: ReadonlySet<string>;
  verb: PickVerb | null;
  onPick: (value: PickedValue) => void;
};

/** What a click on a value does: into the field with the cursor, or a condition. */
export type PickVerb = 'insert' | 'condition';

/** The sample as a tree, whose values are taken by a click, Enter or a drag. */
export function DataPicker({ scope, mapped, verb, onPick }: DataPickerProps) {
  const text = useText();
  const [search, setSearch] = useState('');
  const { open, toggle } = useOpenRows();
  const [current, setCurrent] = useState<string | null>(null);
  const { from, onFocus } = useCaller();
  const rows = useMemo(
    () => treeRows(scope, { isOpen: ({ id }) => open.has(id), search }),
    [scope, open, search],
  );
  const act = (row: TreeRow) => {
    if (verb && row.depth + row.children > 0) onPick(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = rows.findIndex(({ id }) => id === current);
    const row = rows[Math.max(at, 0)];
    const go = (to: TreeRow | undefined) => to && setCurrent(to.id);
    const does = new Map([
      ['ArrowDown', () => go(rows[at + 1])],
      ['ArrowUp', () => go(rows[at - 1])],
      ['ArrowRight', () => row && toggle(row.id, true)],
      ['ArrowLeft', () => row && toggle(row.id, false)],
      ['Enter', () => row && act(row)],
      // Without one, Escape closes the settings.
      ...(from.current ? [['Escape', () => from.current?.focus()] as const] : []),
    ]);
    const key = does.get(event.key);
    if (!key) return;
    event.preventDefault();
    key();
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2">
      <input
        type="search"
        aria-label={text('panel.input.find')}
        placeholder={text('panel.input.find')}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
        className={controlClass}
      />
      <div
        role="tree"
        aria-label={text('panel.input')}
        tabIndex={0}
        aria-activedescendant={current ? `pick-${current}` : undefined}
        data-editor-part="picker"
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        className="min-h-0 flex-1 overflow-auto font-mono text-meta"
      >
        {rows.map((row) => (
          <PickerRow
            key={row.id}
            row={row}
            current={row.id === current}
            used={isMapped(mapped, row)}
            verb={verb}
            onToggle={() => toggle(row.id, !row.open)}
            onPick={() => act(row)}
          />
        ))}
      </div>
    </div>
  );
}

function useOpenRows() {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(['body']));
  const toggle = (id: string, to: boolean) => {
    const next = new Set(open);
    if (to) next.add(id);
    else next.delete(id);
    setOpen(next);
  };
  return { open, toggle };
}

/** The field it was called from: Escape leads back. */
function useCaller() {
  const from = useRef<HTMLElement>(null);
  const onFocus = ({ relatedTarget }: FocusEvent) => {
    from.current = relatedTarget?.closest<HTMLElement>('.cm-content') ?? null;
  };
  return { from, onFocus };
}

type PickerRowProps = {
  row: TreeRow;
  current: boolean;
  used: boolean;
  verb: PickVerb | null;
  onToggle: () => void;
  onPick: () => void;
};

function PickerRow({ row, current, used, verb, onToggle, onPick }: PickerRowProps) {
  const text = useText();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys
    <div
      role="treeitem"
      id={`pick-${row.id}`}
      aria-level={row.depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-selected={current}
      aria-expanded={row.children > 0 ? row.open : undefined}
      draggable={verb !== null}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', tagOf(row.path))}
      onMouseDown={(event) => event.preventDefault()}
      onClick={row.children > 0 ? onToggle : onPick}
      style={{ paddingLeft: row.depth * 14 }}
      className={`group flex h-6 items-center gap-1 whitespace-nowrap pr-1 max-sm:h-8 hover:bg-hover ${used ? 'bg-accent-soft' : ''} ${current ? 'outline-2 outline-focus' : ''}`}
    >
      {row.children > 0 ? (
        <Icon icon={row.open ? ChevronDown : ChevronRight} size={12} />
      ) : (
        <span className="w-3" />
      )}
      <span className="text-text">{row.label}:</span>
      <span className="min-w-0 flex-1 truncate text-text-2">
        {row.open ? '' : valueText(row.value)}
      </span>
      {used && <span className="font-sans text-accent text-micro">{text('panel.input.used')}</span>}
      {verb && (
        <span
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            onPick();
          }}
          className="hidden items-center gap-1 rounded-xs bg-accent-solid px-1.5 font-sans text-micro text-on-accent group-hover:flex"
        >
          <Icon icon={verb === 'insert' ? CornerDownLeft : Plus} size={12} />
          {text(`panel.input.${verb}`)}
        </span>
      )}
    </div>
  );
}
