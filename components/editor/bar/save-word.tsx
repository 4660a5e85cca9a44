'use client';

import { CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useEditor } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { Icon } from '#components/ui/icon.tsx';

/** How the draft stands: saved, not yet, or why not; and whether it is what runs. */
export function SaveWord() {
  const text = useText();
  const state = useEditor((all) => all.saveState);
  const detail = useEditor((all) => all.saveProblem) ?? '';
  const role = useEditor((all) => all.role);
  const { liveVersion, changed } = useEditor((all) => all.workflow);
  if (role === 'viewer') {
    return (
      <span className="truncate text-meta text-text-3 max-md:hidden">{text('editor.viewer')}</span>
    );
  }
  const isBad = state === 'unreachable' || state === 'conflict' || state === 'refused';
  const isBehind = state === 'saved' && changed && liveVersion !== null;
  return (
    <span
      role="status"
      title={isBad ? text(`editor.save.${state}`, { detail }) : undefined}
      className={`flex min-w-0 items-center gap-[5px] text-meta ${isBad ? 'text-bad' : 'text-text-3 max-xl:sr-only'}`}
    >
      {state === 'saved' && <Icon icon={CircleCheck} size={12} />}
      {state === 'saving' && <Icon icon={LoaderCircle} size={12} />}
      {isBad && <Icon icon={TriangleAlert} size={12} />}
      <span className="truncate">
        {text(isBehind ? 'editor.save.notLive' : `editor.save.${state}`, { detail })}
      </span>
    </span>
  );
}
