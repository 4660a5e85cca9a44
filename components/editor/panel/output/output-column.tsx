'use client';

import { Pin, PinOff } from 'lucide-react';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { GraphNode } from '#lib/core/graph/document.ts';
import type { StepShown } from '../../store/overlay.ts';
import { StepOutput } from './step-output.tsx';
import { ValueBox } from './value-box.tsx';

export type OutputColumnProps = { node: GraphNode; step: StepShown | undefined };

/** What a run made of this step; pinned, its output is what later steps are previewed with. */
export function OutputColumn({ node, step }: OutputColumnProps) {
  const text = useText();
  const store = useEditorStore();
  const pins = useEditor((state) => state.pins);
  const pinned = pins.has(node.id);
  const done = step !== undefined && step.output !== null;
  return (
    <>
      <div className="flex min-h-7 flex-none items-center gap-2">
        <h3 className="font-semibold text-strong">{text('panel.output')}</h3>
        {(done || pinned) && (
          <IconButton
            className="ml-auto"
            icon={pinned ? PinOff : Pin}
            label={text(pinned ? 'panel.output.unpin' : 'panel.output.pin')}
            aria-pressed={pinned}
            onClick={() => {
              const { setPin } = store.getState();
              setPin(node.id, pinned ? undefined : step?.output);
            }}
          />
        )}
      </div>
      {pinned && (
        <section className="flex flex-col gap-1 rounded-sm bg-accent-soft p-2 inset-ring inset-ring-accent-line">
          <h4 className="font-medium text-accent text-meta">{text('panel.output.pinned')}</h4>
          <ValueBox value={pins.get(node.id) ?? null} />
        </section>
      )}
      <StepOutput node={node} step={step} />
    </>
  );
}
