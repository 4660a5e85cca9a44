'use client';

import { Plus, Undo2, X } from 'lucide-react';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { DraftHeader } from './request-draft.ts';

export type DraftHeadersProps = {
  headers: readonly DraftHeader[];
  onChange(headers: DraftHeader[]): void;
};

const input =
  'h-7 w-full min-w-0 rounded-sm bg-input px-[9px] font-mono text-meta outline-none inset-ring inset-ring-line-field focus:inset-ring-focus focus:ring-2 focus:ring-focus/30 max-sm:h-11';

/** Name and value side by side; one that is taken out stays, struck through, until it is sent. */
export function DraftHeaders({ headers, onChange }: DraftHeadersProps) {
  const text = useText();
  const set = (at: number, part: Partial<DraftHeader>) =>
    onChange(headers.map((header, place) => (place === at ? { ...header, ...part } : header)));
  return (
    <details>
      <summary className="py-1 font-semibold max-sm:py-3">
        {text('inspector.tab.headers')}{' '}
        <span className="font-normal text-meta text-text-3 tabular-nums">
          {headers.filter(({ gone }) => !gone).length}
        </span>
      </summary>
      <div className="flex flex-col gap-1.5 pt-1.5">
        {headers.map(({ name, value, gone }, at) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and rows keep their place
            key={at}
            className={`grid grid-cols-[minmax(0,200px)_minmax(0,1fr)_28px] items-center gap-1.5 max-sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_44px] ${gone ? 'text-text-3 line-through' : ''}`}
          >
            <input
              aria-label={text('inspector.headerName')}
              value={name}
              disabled={gone}
              onChange={({ target }) => set(at, { name: target.value })}
              className={input}
            />
            <input
              aria-label={text('inspector.headerValue', { name })}
              value={value}
              disabled={gone}
              onChange={({ target }) => set(at, { value: target.value })}
              className={input}
            />
            <IconButton
              icon={gone ? Undo2 : X}
              label={text(gone ? 'inspector.keepHeader' : 'inspector.dropHeader', { name })}
              onClick={() => set(at, { gone: !gone })}
            />
          </div>
        ))}
        <Button
          variant="ghost"
          size="sm"
          icon={Plus}
          onClick={() => onChange([...headers, { name: '', value: '', gone: false }])}
          className="self-start"
        >
          {text('inspector.addHeader')}
        </Button>
      </div>
    </details>
  );
}
