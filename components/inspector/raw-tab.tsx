'use client';

import { useState } from 'react';
import { bytes as byteText } from '#lib/i18n/quantity.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { CodeView } from '../values/code-view.tsx';
import { hexRow, hexRowCount } from './hex-rows.ts';
import type { RequestDetail } from './request-types.ts';
import type { BodyState } from './use-body.ts';

const step = 65_536;

/** The request as it came: its line, its headers in their order, and the bytes. */
export function RawTab({ request, loaded }: { request: RequestDetail; loaded: BodyState }) {
  const text = useText();
  const [view, setView] = useState<'hex' | 'text'>('hex');
  const [shown, setShown] = useState(step);
  const { method, path, query, headers } = request;
  const { body, more } = loaded;
  const part = body?.bytes.subarray(0, shown) ?? new Uint8Array();
  const onMore = () => {
    setShown(shown + step);
    if (body && !body.whole && shown + step > body.bytes.length) more();
  };
  return (
    <div className="flex flex-col gap-2 p-4">
      <h3 className="font-semibold">{text('inspector.rawHead')}</h3>
      <CodeView label={text('inspector.rawHead')} className="max-h-60">
        <span className="text-text">{method}</span> {path}
        {query && `?${query}`}
        {'\n'}
        {headers.map(([name, value], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and the list never changes
          <span key={at}>
            <span className="text-text-3">{name}:</span> {value}
            {'\n'}
          </span>
        ))}
      </CodeView>
      <div className="flex items-center gap-2">
        <h3 className="font-semibold">{text('inspector.tab.body')}</h3>
        <span className="text-meta text-text-3 tabular-nums">
          {byteText(request.bodySize, text.locale)}
        </span>
        <span className="flex-1" />
        <Segmented
          label={text('inspector.views')}
          value={view}
          onChange={setView}
          options={[
            { value: 'hex', label: text('inspector.view.hex') },
            { value: 'text', label: text('inspector.view.text') },
          ]}
        />
      </div>
      {view === 'hex' ? (
        <Hex bytes={part} />
      ) : (
        <CodeView label={text('inspector.tab.body')}>{new TextDecoder().decode(part)}</CodeView>
      )}
      {part.length < request.bodyStored && (
        <Button className="self-start" onClick={onMore}>
          {text('inspector.showMore', { size: byteText(step, text.locale) })}
        </Button>
      )}
    </div>
  );
}

function Hex({ bytes }: { bytes: Uint8Array }) {
  const text = useText();
  const lines = Array.from({ length: hexRowCount(bytes.length) }, (_, at) => {
    const { offset, bytes: digits, text: letters } = hexRow(bytes, at);
    const [left, right] = [digits.slice(0, 8).join(' '), digits.slice(8).join(' ')];
    return `${offset}  ${left.padEnd(23)}  ${right.padEnd(23)}  ${letters}`;
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <pre
      role="group"
      aria-label={text('inspector.view.hex')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
      className="overflow-x-auto font-mono text-meta text-text-2 leading-5"
    >
      {lines.join('\n')}
    </pre>
  );
}
