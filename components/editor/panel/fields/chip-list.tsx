'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#components/text.tsx';
import type { Json } from '#lib/core/json.ts';
import { usePanel } from './panel-context.tsx';

export type ChipListProps = {
  label: string;
  id?: string;
  items: readonly Json[];
  onChange: (items: Json[]) => void;
  /** What a typed text stands for. */
  read?: (text: string) => Json;
  /** Drawn green: the one that the sample has. */
  isHit?: (item: Json) => boolean;
  suggestions?: readonly string[];
};

/** Enter adds, a comma splits, pasted lines become chips, Backspace takes the last one back. */
export function ChipList(props: ChipListProps) {
  const { items, onChange, read = (text) => text, suggestions = [] } = props;
  const { canEdit } = usePanel();
  const [typed, setTyped] = useState('');
  const listId = props.id ? `${props.id}-list` : undefined;
  const add = (text: string) => {
    const parts = text.split(/[,\n]/).map((part) => part.trim());
    onChange([...items, ...parts.filter((part) => part !== '').map(read)]);
    setTyped('');
  };
  return (
    <div className="flex min-h-[30px] min-w-0 flex-wrap items-center gap-1 rounded-sm bg-input p-1 inset-ring inset-ring-line-field has-focus:inset-ring-focus">
      {items.map((item, index) => (
        <Chip
          // biome-ignore lint/suspicious/noArrayIndexKey: the same value may stand twice
          key={index}
          item={item}
          hit={props.isHit?.(item) ?? false}
          onRemove={() => onChange([...items].toSpliced(index, 1))}
        />
      ))}
      {canEdit && (
        <input
          id={props.id}
          aria-label={props.label}
          list={suggestions.length > 0 ? listId : undefined}
          data-undo={typed === '' ? undefined : 'own'}
          value={typed}
          onChange={({ target }) =>
            /,/.test(target.value) ? add(target.value) : setTyped(target.value)
          }
          onKeyDown={(event) => {
            if (event.key === 'Enter' && typed.trim() !== '') {
              event.preventDefault();
              add(typed);
            }
            if (event.key === 'Backspace' && typed === '') onChange(items.slice(0, -1));
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text');
            if (!/[\n,]/.test(pasted)) return;
            event.preventDefault();
            add(typed + pasted);
          }}
          onBlur={() => typed.trim() !== '' && add(typed)}
          className="h-6 min-w-16 flex-1 bg-transparent px-1 text-body outline-none"
        />
      )}
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </div>
  );
}

function Chip({ item, hit, onRemove }: { item: Json; hit: boolean; onRemove: () => void }) {
  const text = useText();
  const { canEdit } = usePanel();
  const shown = typeof item === 'string' ? item : JSON.stringify(item);
  return (
    <span
      className={`inline-flex max-w-full items-center gap-0.5 rounded-xs px-1.5 font-mono text-meta ${hit ? 'bg-accent-soft text-good' : 'bg-sunken text-text'}`}
    >
      <span className="truncate py-0.5">{shown}</span>
      {canEdit && (
        <button
          type="button"
          aria-label={text('panel.remove', { name: shown })}
          onClick={onRemove}
          className="grid size-6 place-items-center text-text-3 hover:text-text"
        >
          <X aria-hidden="true" size={12} />
        </button>
      )}
    </span>
  );
}
