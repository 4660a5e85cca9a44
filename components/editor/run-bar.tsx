'use client';

import { X } from 'lucide-react';
import { useText } from '#components/text.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { TextKey } from '#lib/i18n/text.ts';
import { useEditor, useEditorStore } from './store/editor-store.tsx';

/** Names the run that lies over the canvas, until it is closed. */
export function RunBar() {
  const text = useText();
  const store = useEditorStore();
  const run = useEditor((state) => state.run);
  if (!run) return null;
  const time = run.startedAt ? run.startedAt.slice(11, 19) : '';
  const version = run.version;
  return (
    <div className="ed-pop absolute top-3 left-3 z-5 flex h-9 items-center gap-2 pr-1 pl-3">
      <span
        className={`font-medium text-meta ${run.status === 'failed' ? 'text-bad' : 'text-text-2'}`}
      >
        {text(`editor.status.${run.status}` as TextKey)}
      </span>
      <span className="font-semibold tabular-nums">{text('editor.run.title', { time })}</span>
      <span className="text-meta text-text-3 max-sm:hidden">
        {version === 0 ? text('editor.run.draft') : text('editor.run.version', { version })}
      </span>
      <a href={`/runs/${run.id}`} className={buttonClass({ variant: 'ghost', size: 'sm' })}>
        {text('editor.run.open')}
      </a>
      <IconButton
        icon={X}
        label={text('editor.run.hide')}
        onClick={() => store.getState().hideRun()}
      />
    </div>
  );
}
