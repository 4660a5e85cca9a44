'use client';

import { ChevronDown, ChevronRight, Copy, Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Json } from '#lib/core/json.ts';
import { parseJson } from '#lib/core/request/parse-json.ts';
import { useText } from '../text.tsx';
import { buttonClass } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { valueText } from '../value-text.ts';
import { byteText } from './format.ts';
import { hexRow, hexRowCount } from './hex-rows.ts';
import { type TreeRow, treeRows } from './tree-rows.ts';

const views = ['tree', 'pretty', 'raw', 'hex'] as const;
type View = (typeof views)[number];

/** More than this isn't parsed or drawn in one piece. */
const parsedBytes = 1_000_000;
const drawnBytes = 65_536;
const longestValue = 2000;

export type BodyViewProps = { id: string; bytes: Uint8Array; onCopy(value: string): void };

/** A captured body in four ways. It is always text: nothing of it is ever run or drawn as a page. */
export function BodyView({ id, bytes, onCopy }: BodyViewProps) {
  const text = useText();
  const json = useMemo(() => parsed(bytes), [bytes]);
  const [chosen, setChosen] = useState<View | null>(null);
  const view = chosen ?? (json === undefined ? 'raw' : 'tree');
  if (bytes.length === 0) return <p className="p-4 text-text-3">{text('inspector.noBody')}</p>;
  return (
    <>
      <div className="flex items-center gap-2 border-line border-b px-4 py-2">
        <fieldset
          aria-label={text('inspector.views')}
          className="inline-flex gap-px rounded-md bg-press p-0.5"
        >
          {views.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={view === name}
              onClick={() => setChosen(name)}
              className="h-6 rounded-sm px-2 font-medium text-meta text-text-2 aria-pressed:bg-surface aria-pressed:text-text"
            >
              {text(`inspector.view.${name}`)}
            </button>
          ))}
        </fieldset>
        <span className="flex-1" />
        <a
          href={`/api/v1/requests/${id}/body`}
          download
          className={buttonClass({ variant: 'ghost', size: 'sm' })}
        >
          <Icon icon={Download} size={14} />
          {text('inspector.download')}
        </a>
      </div>
      <Shown {...{ view, json, bytes, onCopy }} />
    </>
  );
}

type ShownProps = {
  view: View;
  json: Json | undefined;
  bytes: Uint8Array;
  onCopy(value: string): void;
};

function Shown({ view, json, bytes, onCopy }: ShownProps) {
  const text = useText();
  if (view === 'hex') return <Hex bytes={bytes} />;
  if (view !== 'raw' && json === undefined) {
    return <p className="p-4 text-text-2">{text('inspector.notJson')}</p>;
  }
  if (view === 'tree') return <Tree json={json ?? null} onCopy={onCopy} />;
  const whole =
    view === 'raw'
      ? new TextDecoder().decode(bytes.subarray(0, drawnBytes))
      : JSON.stringify(json, null, 2);
  return (
    <>
      <pre className="overflow-x-auto whitespace-pre-wrap break-words p-4 font-mono text-meta">
        {whole.slice(0, drawnBytes)}
      </pre>
      {whole.length > drawnBytes || bytes.length > drawnBytes ? <Cut size={bytes.length} /> : null}
    </>
  );
}

function Cut({ size }: { size: number }) {
  const text = useText();
  return (
    <p className="px-4 pb-4 text-meta text-text-3">
      {text('inspector.cut', { shown: byteText(drawnBytes), size: byteText(size) })}
    </p>
  );
}

function Hex({ bytes }: { bytes: Uint8Array }) {
  const shown = bytes.subarray(0, drawnBytes);
  const lines = Array.from({ length: hexRowCount(shown.length) }, (_, at) => {
    const { offset, bytes: digits, text } = hexRow(shown, at);
    return `${offset}  ${digits.join(' ').padEnd(47)}  ${text}`;
  });
  return (
    <>
      <pre className="overflow-x-auto p-4 font-mono text-meta">{lines.join('\n')}</pre>
      {bytes.length > drawnBytes && <Cut size={bytes.length} />}
    </>
  );
}

function Tree({ json, onCopy }: { json: Json; onCopy(value: string): void }) {
  const text = useText();
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const rows = treeRows(json, 'body', toggled);
  const toggle = (path: string) => {
    const next = new Set(toggled);
    if (!next.delete(path)) next.add(path);
    setToggled(next);
  };
  return (
    <ul aria-label={text('inspector.tab.body')} className="py-2 font-mono text-meta">
      {rows.map((row) => (
        <Member key={row.path} row={row} onToggle={toggle} onCopy={onCopy} />
      ))}
    </ul>
  );
}

type MemberProps = { row: TreeRow; onToggle(path: string): void; onCopy(value: string): void };

function Member({ row, onToggle, onCopy }: MemberProps) {
  const text = useText();
  const name = row.key === null ? 'body' : String(row.key);
  return (
    <li
      className="group flex h-6 items-center gap-1.5 pr-3 hover:bg-hover"
      style={{ paddingLeft: 8 + row.depth * 16 }}
    >
      {row.size > 0 ? (
        <button
          type="button"
          aria-expanded={row.open}
          aria-label={name}
          onClick={() => onToggle(row.path)}
          className="grid size-6 flex-none place-items-center rounded-xs text-text-3"
        >
          <Icon icon={row.open ? ChevronDown : ChevronRight} size={12} />
        </button>
      ) : (
        <span className="size-6 flex-none" />
      )}
      <span className="flex-none text-text-2">{name}:</span>
      <span className={classNames('truncate', row.size > 0 && 'text-text-3')}>
        {valueText(row.value, longestValue)}
      </span>
      <button
        type="button"
        aria-label={text('inspector.copyPath', { path: row.path })}
        onClick={() => onCopy(row.path)}
        className="ml-auto grid size-6 flex-none place-items-center rounded-xs text-text-3 opacity-0 focus-visible:opacity-100 group-hover:opacity-100"
      >
        <Icon icon={Copy} size={12} />
      </button>
    </li>
  );
}

/** As a run reads it. Undefined where the bytes aren't JSON, or are too many to parse while somebody waits. */
function parsed(bytes: Uint8Array): Json | undefined {
  if (bytes.length === 0 || bytes.length > parsedBytes) return undefined;
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
