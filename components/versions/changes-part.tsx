'use client';

import { useCallback } from 'react';
import { useClock } from '#components/clock.tsx';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/select.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { StepChange } from '#lib/core/graph/compare-graphs.ts';
import { fullMoment } from '#lib/i18n/time.ts';
import { ChangeCounts } from './change-counts.tsx';
import { ChangeList } from './change-list.tsx';
import { versionName } from './compare-view.tsx';
import type { Comparison } from './use-comparison.ts';
import type { Version } from './version-types.ts';

export type ChangesPartProps = {
  comparison: Comparison;
  onTakeBack: ((change: StepChange) => void) | undefined;
};

/** What the chosen version changed against another. */
export function ChangesPart({ comparison, onTakeBack }: ChangesPartProps) {
  const { versions, chosen, changes, before, after, failed, focused, focus } = comparison;
  const version = versions.find((one) => one.version === chosen);
  const nameOf = useCallback(
    (id: string) => {
      const named = [...(after?.nodes ?? []), ...(before?.nodes ?? [])];
      return named.find((node) => node.id === id)?.name ?? id;
    },
    [before, after],
  );
  return (
    <>
      <ChangesHead comparison={comparison} />
      {version && <About version={version} />}
      {failed && <Failed retry={comparison.retry} />}
      {!changes && !failed && <Loading />}
      {changes && !failed && (
        <ChangeList {...{ changes, focused, nameOf, onTakeBack }} onFocus={focus} />
      )}
    </>
  );
}

function ChangesHead({ comparison }: { comparison: Comparison }) {
  const text = useText();
  const { versions, chosen, base, changes, setBase } = comparison;
  const others = versions.filter(({ version }) => version !== chosen);
  return (
    <div className="flex min-h-11 flex-none flex-wrap items-center gap-x-2.5 gap-y-1 pr-3 pl-4">
      <h3 className="font-semibold">{text('versions.changes')}</h3>
      <span className="text-meta text-text-2">{versionName(chosen, text)}</span>
      <Select
        compact
        aria={text('versions.against')}
        value={String(base ?? '')}
        options={[
          { value: '', label: versionName(null, text) },
          ...others.map(({ version, live }) => ({
            value: String(version),
            label: live
              ? `${text('versions.live')} ${versionName(version, text)}`
              : versionName(version, text),
          })),
        ]}
        onChange={(value) => setBase(value === '' ? null : Number(value))}
      />
      <span className="flex flex-wrap gap-x-3 lg:hidden">
        {changes && <ChangeCounts changes={changes} />}
      </span>
    </div>
  );
}

function About({ version }: { version: Version }) {
  const text = useText();
  const clock = useClock();
  const { note, createdAt, createdBy } = version;
  return (
    <div className="flex-none px-4 pb-2">
      {note && <p className="whitespace-pre-wrap">{note}</p>}
      <p className="text-meta text-text-3">
        {text('versions.by', {
          name: createdBy?.label ?? '—',
          moment: fullMoment(new Date(createdAt), clock),
        })}
      </p>
    </div>
  );
}

function Failed({ retry }: { retry: () => void }) {
  const text = useText();
  return (
    <div role="alert" className="flex min-h-0 flex-1 items-start gap-2 px-4 text-bad">
      <span className="flex-1">{text('versions.graphFailed')}</span>
      <Button onClick={retry}>{text('versions.retry')}</Button>
    </div>
  );
}

function Loading() {
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2 px-4">
      <Skeleton className="h-[68px]" />
      <Skeleton className="h-[68px]" />
    </div>
  );
}
