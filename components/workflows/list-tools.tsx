'use client';

import { Search } from 'lucide-react';
import { number } from '#lib/i18n/quantity.ts';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { countByStatus, sorts, statuses, type View } from './list-view.ts';
import type { WorkflowRow } from './workflow-types.ts';

export type ListToolsProps = {
  rows: readonly WorkflowRow[];
  view: View;
  onChange(view: View): void;
};

export function ListTools({ rows, view, onChange }: ListToolsProps) {
  const text = useText();
  const counts = countByStatus(rows);
  return (
    <div className="flex flex-none flex-wrap items-center gap-2 px-5 py-2.5 max-sm:px-4">
      <TextInput
        type="search"
        dense
        aria-label={text('workflows.search')}
        placeholder={text('workflows.search')}
        value={view.q}
        onChange={({ target }) => onChange({ ...view, q: target.value })}
        className="w-[270px] max-sm:w-full"
        end={<Icon icon={Search} className="order-first ml-2.5 text-text-3" />}
      />
      <fieldset
        aria-label={text('workflows.status')}
        className="inline-flex gap-px rounded-md bg-press p-0.5 max-sm:w-full"
      >
        {([null, ...statuses] as const).map((status) => (
          <button
            key={status ?? 'all'}
            type="button"
            aria-pressed={view.status === status}
            onClick={() => onChange({ ...view, status })}
            className="flex h-[26px] items-center justify-center gap-1.5 rounded-sm px-2.5 font-medium text-meta text-text-2 aria-pressed:bg-thumb aria-pressed:text-text max-sm:h-10 max-sm:flex-1 max-sm:px-1"
          >
            {text(status ? `status.${status}` : 'workflows.all')}
            <span className="text-micro text-text-3 tabular-nums">
              {number(counts[status ?? 'all'], text.locale)}
            </span>
          </button>
        ))}
      </fieldset>
      <span className="flex-1" />
      <Select
        compact
        aria={text('workflows.sort')}
        value={view.sort}
        onChange={(sort) => onChange({ ...view, sort })}
        options={sorts.map((value) => ({ value, label: text(`workflows.sort.${value}`) }))}
        className="max-sm:w-full"
      />
    </div>
  );
}
