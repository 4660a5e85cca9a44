'use client';

import { CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { SaveState } from '#components/editor/store/document.ts';
import { useEditor } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { type GraphChanges, runsAlike } from '#lib/core/graph/compare-graphs.ts';
import type { TextKey } from '#lib/i18n/text.ts';
import { useLiveChanges } from './use-live-changes.ts';

/** How the draft stands: saved, not yet, or why not; and whether it is what runs. */
export function SaveWord() {
  const text = useText();
  const state = useEditor((all) => all.saveState);
  const detail = useEditor((all) => all.saveProblem) ?? '';
  const role = useEditor((all) => all.role);
  const changes = useLiveChanges();
  if (role === 'viewer') {
    return (
      <span className="truncate text-meta text-text-3 max-md:hidden">{text('editor.viewer')}</span>
    );
  }
  const isBad = state === 'unreachable' || state === 'conflict' || state === 'refused';
  return (
    <span
      role="status"
      title={isBad ? text(`editor.save.${state}`, { detail }) : undefined}
      className={`flex items-center gap-[5px] text-meta ${isBad ? 'min-w-16 text-bad' : 'flex-none text-text-3 max-xl:sr-only'}`}
    >
      {state === 'saved' && <Icon icon={CircleCheck} size={12} />}
      {state === 'saving' && <Icon icon={LoaderCircle} size={12} />}
      {isBad && <Icon icon={TriangleAlert} size={12} />}
      <span className="truncate">{text(wordOf(state, changes), { detail })}</span>
    </span>
  );
}

function wordOf(state: SaveState, changes: GraphChanges | null | undefined): TextKey {
  if (state !== 'saved' || !changes) return `editor.save.${state}`;
  return runsAlike(changes) ? 'editor.save.same' : 'editor.save.notLive';
}
