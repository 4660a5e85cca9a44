'use client';

import { PencilLine, Radio } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useClock } from '#components/clock.tsx';
import { useText } from '#components/text.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { Status } from '#components/ui/status.tsx';
import { textCount } from '#lib/i18n/text.ts';
import { fullMoment, shortMoment } from '#lib/i18n/time.ts';
import type { Chosen, Version } from './version-types.ts';

export type VersionListProps = {
  versions: readonly Version[];
  chosen: Chosen;
  /** What the chosen one is compared with. */
  base: number | null;
  draft: { changes: number | null; note: string };
  onChoose: (chosen: Chosen) => void;
};

/** The draft and the versions, newest first; arrows choose. */
export function VersionList({ versions, chosen, base, draft, onChoose }: VersionListProps) {
  const text = useText();
  const all: Chosen[] = ['draft', ...versions.map(({ version }) => version)];
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = by && all[all.indexOf(chosen) + by];
    if (!next) return;
    event.preventDefault();
    onChoose(next);
    document.getElementById(`version-${next}`)?.focus();
  };
  return (
    <div
      role="listbox"
      aria-label={text('versions.title')}
      tabIndex={-1}
      className="max-h-[248px] flex-none overflow-y-auto border-line border-b px-2 py-1.5 max-lg:max-h-[40vh]"
      onKeyDown={onKeyDown}
    >
      <Row id="draft" isChosen={chosen === 'draft'} isBase={false} onChoose={onChoose}>
        <span className="font-semibold">{text('versions.draft')}</span>
        <span className="truncate text-text-2">{draft.note}</span>
        {draft.changes ? (
          <Status tone="idle" icon={PencilLine}>
            {textCount(text, 'versions.count', draft.changes)}
          </Status>
        ) : (
          <span />
        )}
        <span />
      </Row>
      {versions.map((version) => (
        <VersionRow
          key={version.version}
          version={version}
          isChosen={chosen === version.version}
          isBase={base === version.version}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

type RowProps = {
  id: Chosen;
  isChosen: boolean;
  isBase: boolean;
  onChoose: (chosen: Chosen) => void;
  children: React.ReactNode;
};

function Row({ id, isChosen, isBase, onChoose, children }: RowProps) {
  const look = isChosen
    ? 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent-solid)]'
    : `${isBase ? 'bg-hover' : ''} hover:bg-hover`;
  return (
    <button
      type="button"
      role="option"
      id={`version-${id}`}
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      onClick={() => onChoose(id)}
      className={`grid min-h-9 w-full grid-cols-[46px_minmax(0,1fr)_auto_auto] items-center gap-2.5 rounded-sm px-2 text-left focus-visible:-outline-offset-2 max-sm:min-h-11 ${look}`}
    >
      {children}
    </button>
  );
}

type VersionRowProps = Omit<RowProps, 'id' | 'children'> & { version: Version };

function VersionRow({ version, ...row }: VersionRowProps) {
  const text = useText();
  const clock = useClock();
  const { note, live, createdAt, createdBy } = version;
  const at = new Date(createdAt);
  return (
    <Row id={version.version} {...row}>
      <span className="font-semibold tabular-nums">
        {text('versions.number', { version: version.version })}
      </span>
      <span className={`truncate ${note ? 'text-text-2' : 'text-text-3'}`}>
        {note || text('versions.noNote')}
      </span>
      {live ? (
        <Status tone="good" icon={Radio}>
          {text('versions.live')}
        </Status>
      ) : (
        <span />
      )}
      <span className="flex items-center gap-2 whitespace-nowrap" title={createdBy?.label}>
        {createdBy && (
          <>
            <Avatar name={createdBy.label} />
            <span className="sr-only">{createdBy.label}</span>
          </>
        )}
        <time
          dateTime={createdAt}
          title={fullMoment(at, clock)}
          className="w-[88px] text-right text-meta text-text-3 tabular-nums"
        >
          {shortMoment(at, clock)}
        </time>
      </span>
    </Row>
  );
}
