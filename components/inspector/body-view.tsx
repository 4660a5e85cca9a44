'use client';

import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Json } from '#lib/core/json.ts';
import { parseJson } from '#lib/core/request/parse-json.ts';
import { useText } from '../text.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useTreeCopies } from '../values/use-tree-copies.ts';
import { ValueTreeView } from '../values/value-tree-view.tsx';
import { byteText } from './format.ts';
import { hexRow, hexRowCount } from './hex-rows.ts';

const views = ['tree', 'pretty', 'raw', 'hex'] as const;
type View = (typeof views)[number];

/** More than this isn't parsed or drawn in one piece. */
const parsedBytes = 1_000_000;
const drawnBytes = 65_536;

export type BodyViewProps = { id: string; bytes: Uint8Array };

/** A captured body in four ways. It is always text: nothing of it is ever run or drawn as a page. */
export function BodyView({ id, bytes }: BodyViewProps) {
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
      <Shown {...{ view, json, bytes }} />
    </>
  );
}

type ShownProps = {
  view: View;
  json: Json | undefined;
  bytes: Uint8Array;
};

function Shown({ view, json, bytes }: ShownProps) {
  const text = useText();
  if (view === 'hex') return <Hex bytes={bytes} />;
  if (view !== 'raw' && json === undefined) {
    return <p className="p-4 text-text-2">{text('inspector.notJson')}</p>;
  }
  if (view === 'tree') return <Tree json={json ?? null} />;
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

function Tree({ json }: { json: Json }) {
  const text = useText();
  const actionsOf = useTreeCopies();
  return (
    <ValueTreeView
      root="body"
      value={json}
      label={text('inspector.tab.body')}
      actionsOf={actionsOf}
    />
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
