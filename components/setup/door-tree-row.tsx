'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useText } from '../text.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { valueText } from '../value-text.ts';
import { kindOf, type TreeRow } from '../values/value-tree.ts';
import type { Picking } from './use-picking.ts';

export type DoorTreeRowProps = {
  row: TreeRow;
  current: boolean;
  verb: Picking['verb'];
  onToggle(): void;
  onUse(): void;
};

const colours = {
  text: 'text-syn-str',
  number: 'text-syn-num',
  boolean: 'text-syn-lit',
  null: 'text-syn-lit',
  list: 'text-text-3',
  object: 'text-text-3',
};

export function DoorTreeRow({ row, current, verb, onToggle, onUse }: DoorTreeRowProps) {
  const text = useText();
  const opens = row.children > 0;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys
    <div
      role="treeitem"
      id={`door-${row.id}`}
      aria-level={row.depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-selected={current}
      aria-expanded={opens ? row.open : undefined}
      // The caret stays in the field that the value goes into.
      onMouseDown={(event) => event.preventDefault()}
      onClick={opens ? onToggle : onUse}
      style={{ paddingLeft: row.depth * 14 }}
      className={classNames(
        'group flex h-6 items-center gap-1.5 whitespace-nowrap rounded-xs pr-1 hover:bg-hover max-sm:h-11',
        current && 'outline-2 outline-focus -outline-offset-2',
        !opens && verb !== null && 'cursor-pointer',
      )}
    >
      {opens ? (
        <Icon icon={row.open ? ChevronDown : ChevronRight} size={12} className="text-text-3" />
      ) : (
        <span className="w-3 flex-none" />
      )}
      <span className="text-syn-key">
        {row.label}
        <span className="text-syn-punc">:</span>
      </span>
      <span className={classNames('min-w-0 flex-1 truncate', colours[kindOf(row.value)])}>
        {row.open ? '' : valueText(row.value, 200)}
      </span>
      {verb !== null && (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            onUse();
          }}
          className="hidden h-5 flex-none items-center rounded-xs bg-accent-solid px-1.5 font-sans text-micro text-on-accent group-hover:flex"
        >
          {text(`setup.tree.${verb}.verb`)}
        </button>
      )}
    </div>
  );
}
