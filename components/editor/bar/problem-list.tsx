'use client';

import { Popover } from '@base-ui/react/popover';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Icon } from '#components/ui/icon.tsx';
import { textCount } from '#lib/i18n/text.ts';
import { ProblemRows } from './problem-rows.tsx';

export function ProblemList() {
  const text = useText();
  const store = useEditorStore();
  const problems = useEditor((state) => state.problems);
  const [open, setOpen] = useState(false);
  const any = problems.length > 0;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        className={`${buttonClass({ variant: 'ghost' })} max-sm:hidden ${any ? 'text-wait!' : ''}`}
      >
        <Icon icon={any ? TriangleAlert : CircleCheck} />
        {any
          ? textCount(text, 'editor.problems.count', problems.length)
          : text('editor.problems.none')}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} className="editor z-40">
          <Popover.Popup className="ed-pop max-h-[60vh] w-[340px] overflow-y-auto p-2">
            {any ? (
              <ProblemRows
                problems={problems}
                onFix={({ nodeId, field }) => {
                  setOpen(false);
                  if (!nodeId) return;
                  store.getState().select([nodeId]);
                  store.getState().openNode(nodeId, field);
                }}
              />
            ) : (
              <p className="p-1 text-meta text-text-2">{text('editor.problems.none')}</p>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
