'use client';

import { useText } from '#components/text.tsx';
import { valueText } from '#components/value-text.ts';
import { type FillAs, liveResult } from '../model/live-result.ts';
import { usePanel } from './panel-context.tsx';

/** What the field comes to with the sample: `= "value"`, or what this request lacks. */
export function LiveLine({ value, fill }: { value: string; fill: FillAs }) {
  const text = useText();
  const { scope, hasSample } = usePanel();
  const result = liveResult(value, scope, fill);
  if (result.kind === 'plain') return null;
  if (result.kind === 'error') return <p className="text-bad text-meta">{result.message}</p>;
  if (!hasSample) return null;
  const missing = result.kind === 'missing';
  return (
    <p
      className={`truncate font-mono text-meta ${missing ? 'text-bad' : 'text-good'}`}
      title={missing ? undefined : valueText(result.value, 1000)}
    >
      {missing
        ? text('panel.nothing', { path: result.paths.join(', ') })
        : `= ${valueText(result.value, 200)}`}
    </p>
  );
}
