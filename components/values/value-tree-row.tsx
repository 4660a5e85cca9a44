import { Braces, ChevronDown, ChevronRight, Copy, Filter } from 'lucide-react';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { valueText } from '../value-text.ts';
import { kindOf, type TreeRow, type ValueKind } from './value-tree.ts';

const colours: Record<ValueKind, string> = {
  text: 'text-syn-str',
  number: 'text-syn-num',
  boolean: 'text-syn-lit',
  null: 'text-syn-lit',
  list: 'text-text-3',
  object: 'text-text-3',
};
const icons = { path: Braces, value: Copy, filter: Filter };
const longestValue = 2000;

export type TreeAction = { label: string; icon: 'path' | 'value' | 'filter'; act(): void };

export type ValueTreeRowProps = {
  id: string;
  row: TreeRow;
  current: boolean;
  actions: readonly TreeAction[];
  note: string | undefined;
  /** A text that stands for a number: it has no quotes. */
  isNumber: boolean;
  onToggle(): void;
};

export function ValueTreeRow(props: ValueTreeRowProps) {
  const { id, row, current, actions, note, isNumber, onToggle } = props;
  const opens = row.children > 0;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its active row
    <div
      role="treeitem"
      id={id}
      aria-level={row.depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-selected={current}
      aria-expanded={opens ? row.open : undefined}
      className={classNames(
        'group relative flex h-[22px] items-center gap-1.5 whitespace-nowrap pr-3 pl-2 hover:bg-hover max-sm:h-7',
        current && 'bg-hover',
      )}
    >
      {Array.from({ length: row.depth }, (_, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level has nothing else to be known by
        <span key={level} className="-mr-1.5 ml-2 w-2 self-stretch border-line border-l" />
      ))}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys do the same on the tree */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <span
        onClick={opens ? onToggle : undefined}
        className="flex min-w-0 flex-1 items-center gap-1.5 self-stretch"
      >
        <span className="grid w-4 flex-none place-items-center text-text-3">
          {opens && <Icon icon={row.open ? ChevronDown : ChevronRight} size={12} />}
        </span>
        <span className="flex-none">
          <span className="text-syn-key">{row.label}</span>
          <span className="text-syn-punc">:</span>
        </span>
        <span
          className={classNames(
            'min-w-0 truncate',
            colours[isNumber ? 'number' : kindOf(row.value)],
          )}
        >
          {row.open || isNumber ? '' : valueText(row.value, longestValue)}
          {isNumber && String(row.value)}
        </span>
        {note && (
          <span className="flex-none rounded-xs bg-wait-soft px-1 font-sans text-micro text-wait">
            {note}
          </span>
        )}
      </span>
      {actions.length > 0 && (
        <span
          className={classNames(
            'flex-none gap-1 font-sans group-hover:flex',
            current ? 'flex' : 'hidden',
          )}
        >
          {actions.map(({ label, icon, act }) => (
            <button
              key={label}
              type="button"
              tabIndex={-1}
              onClick={act}
              className="inline-flex h-[18px] items-center gap-1 rounded-xs bg-control px-1.5 text-micro text-text-2 inset-ring inset-ring-line-2 hover:text-text max-sm:h-6"
            >
              <Icon icon={icons[icon]} size={12} />
              {label}
            </button>
          ))}
        </span>
      )}
    </div>
  );
}
