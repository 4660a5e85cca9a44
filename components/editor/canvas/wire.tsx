'use client';

import { memo } from 'react';
import { BaseEdge, type EdgeProps, getBezierPath } from 'reactflow';
import type { EditorState } from '#components/editor/store/create-editor-store.ts';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { useFarView } from './far-view.ts';

/** A wire, coloured by what the run shown did with it, with a `+` in its middle. */
export const Wire = memo(function Wire(props: EdgeProps) {
  const { id, source, target, sourceHandleId } = props;
  const text = useText();
  const store = useEditorStore();
  const taken = useEditor((state) => wireLook(state, source, sourceHandleId ?? ''));
  const far = useFarView();
  const canInsert = useEditor((state) => state.canDrag) && !far;
  const [path, x, y] = getBezierPath(props);
  const nameOf = (node: string) =>
    store.getState().graph.nodes.find((each) => each.id === node)?.name ?? node;
  const open = (event: React.MouseEvent) => {
    event.stopPropagation();
    const menu = {
      target: { kind: 'edge' as const, edgeId: id },
      x: event.clientX,
      y: event.clientY,
    };
    store.getState().openMenu({ kind: 'add', ...menu });
  };
  return (
    <>
      <BaseEdge id={id} path={path} className={taken} interactionWidth={20} />
      {canInsert && (
        // biome-ignore lint/a11y/useSemanticElements: HTML has no place inside a drawing; keys add after the step before.
        <g
          role="button"
          aria-label={text('editor.wire.insert', { from: nameOf(source), to: nameOf(target) })}
          className="ed-plus"
          transform={`translate(${x} ${y})`}
          onClick={open}
        >
          <circle r="12" fill="transparent" />
          <circle r="9" fill="var(--raised)" stroke="var(--line-field)" />
          <path d="M-4 0H4M0-4V4" stroke="var(--fg-2)" strokeWidth="1.75" />
        </g>
      )}
    </>
  );
});

/** `port` is the one the run left its step through; a step still running has none. */
function wireLook(state: EditorState, source: string, port: string): string {
  if (!state.run) return '';
  const step = state.steps.get(source);
  if (!step) return 'ed-wire-none';
  if (step.status === 'running') return 'ed-wire-live';
  if (step.status === 'waiting') return 'ed-wire-wait';
  return step.port === port ? 'ed-wire-good' : 'ed-wire-none';
}
