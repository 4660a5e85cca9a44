'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { type Dispatch, type SetStateAction, useState } from 'react';
import type { OpenedWorkflow } from '#components/editor/store/document.ts';
import { useText } from '#components/text.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { compareGraphs, countChanges } from '#lib/core/graph/compare-graphs.ts';
import { ChangesPart } from './changes-part.tsx';
import { ListFoot } from './list-foot.tsx';
import { RestoreButton } from './restore-button.tsx';
import type { Comparison } from './use-comparison.ts';
import { type Draft, useTakeBack } from './use-take-back.ts';
import { useGraph } from './use-versions.ts';
import { VersionList } from './version-list.tsx';

export type ComparePaneProps = {
  workflow: OpenedWorkflow;
  draft: Draft;
  setDraft: Dispatch<SetStateAction<Draft>>;
  comparison: Comparison;
  canEdit: boolean;
};

/** The versions, and below them what the chosen one changed. */
export function ComparePane(props: ComparePaneProps) {
  const { workflow, draft, setDraft, comparison, canEdit } = props;
  const { versions, list, chosen, base, before } = comparison;
  const { id, liveVersion } = workflow;
  const text = useText();
  const [onlyNotes, setOnlyNotes] = useState(false);
  const live = useGraph(id, liveVersion, draft.graph).graph;
  const unpublished = live ? countChanges(compareGraphs(live, draft.graph)) : null;
  const takeBack = useTakeBack({ workflowId: id, draft, setDraft, base: before });
  const shown = versions.filter(({ note }) => note !== '' || !onlyNotes);
  const draftNote = {
    changes: liveVersion === null ? null : unpublished,
    note: text(`versions.draft.${draftWord(liveVersion, unpublished)}`),
  };
  return (
    <section
      aria-label={text('versions.title')}
      className="flex min-h-0 flex-col border-line-2 bg-surface lg:border-l"
    >
      <PaneHead id={id} comparison={comparison} {...{ onlyNotes, setOnlyNotes }} />
      <VersionList
        {...{ chosen, base }}
        versions={shown}
        draft={draftNote}
        onChoose={comparison.choose}
      />
      <ListFoot list={list} isEmpty={shown.length === 0} onlyNotes={onlyNotes} />
      <ChangesPart
        comparison={comparison}
        onTakeBack={canEdit && chosen === 'draft' && base !== null ? takeBack : undefined}
      />
      <PaneFoot {...{ id, liveVersion, unpublished, canEdit }} target={restorable(chosen, base)} />
    </section>
  );
}

/** Beside the draft it is what the draft is compared with that can be had back. */
function restorable(chosen: Comparison['chosen'], base: number | null): number | null {
  return chosen === 'draft' ? base : chosen;
}

function draftWord(liveVersion: number | null, unpublished: number | null) {
  if (liveVersion === null) return 'first';
  return unpublished === 0 ? 'same' : 'edited';
}

type HeadProps = {
  id: string;
  comparison: Comparison;
  onlyNotes: boolean;
  setOnlyNotes: (only: boolean) => void;
};

function PaneHead({ id, comparison, onlyNotes, setOnlyNotes }: HeadProps) {
  const text = useText();
  const { versions, list } = comparison;
  const count = list.hasNextPage ? `${versions.length}+` : String(versions.length || '');
  return (
    <header className="flex h-12 flex-none items-center gap-2 border-line border-b pr-2.5 pl-4">
      <h2 className="font-semibold text-title">{text('versions.title')}</h2>
      <span className="text-micro text-text-3 tabular-nums">{count}</span>
      <span className="flex-1" />
      <Switch label={text('versions.onlyNotes')} checked={onlyNotes} onChange={setOnlyNotes} />
      <Link
        href={`/workflows/${id}`}
        aria-label={text('versions.close')}
        title={text('versions.close')}
        className="grid size-7 place-items-center rounded-sm text-text-3 hover:bg-hover max-sm:size-11"
      >
        <Icon icon={X} />
      </Link>
    </header>
  );
}

type FootProps = {
  id: string;
  target: number | null;
  liveVersion: number | null;
  unpublished: number | null;
  canEdit: boolean;
};

function PaneFoot({ id, target, liveVersion, unpublished, canEdit }: FootProps) {
  const text = useText();
  const isDraft = target === liveVersion && unpublished === 0;
  return (
    <footer className="flex min-h-[52px] flex-none flex-wrap items-center gap-2 border-line-2 border-t pr-3 pl-4">
      <span className="text-meta text-text-3 max-lg:hidden">{text('versions.keys')}</span>
      <span className="flex-1" />
      {canEdit && target !== null && !isDraft && (
        <RestoreButton workflowId={id} version={target} losesDraft={unpublished !== 0} />
      )}
    </footer>
  );
}
