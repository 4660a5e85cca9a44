'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { EditorStore } from '#components/editor/store/create-editor-store.ts';
import { useEditorStore } from '#components/editor/store/editor-store.tsx';
import { firstFocusable, focusOn } from '#components/ui/focus.ts';
import { type Lost, useKeptFocus } from '#components/ui/use-kept-focus.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import { focusCanvas, focusStep } from './elements.ts';
import { standIn } from './stand-in.ts';

/** Keeps the focus in the editor when a step is removed, the settings close, a name has been typed. */
export function useEditorFocus(): RefObject<HTMLDivElement | null> {
  const store = useEditorStore();
  const box = useRef<HTMLDivElement>(null);
  const was = useRef(store.getState().graph);
  useEffect(
    () =>
      store.subscribe(({ graph }, before) => {
        if (graph !== before.graph) was.current = before.graph;
      }),
    [store],
  );
  useKeptFocus({
    box,
    takeOver: (lost) => nearInDock(lost) || nearOnCanvas(lost, store, was.current),
    atLast: focusCanvas,
  });
  return box;
}

function dockOf({ around }: Lost): HTMLElement | undefined {
  return around.find((one) => one.dataset.editorPart === 'dock');
}

/** What is left of the row or the group it stood in. */
function nearInDock(lost: Lost): boolean {
  const dock = dockOf(lost);
  if (!dock?.isConnected) return false;
  return focusOn(firstFocusable(lost.around.find((one) => one.isConnected)));
}

/** Its own step, or the one that stands in for it. */
function nearOnCanvas(lost: Lost, store: EditorStore, was: GraphDocument): boolean {
  const { graph, selection } = store.getState();
  const card = [lost.element, ...lost.around].find((one) => one.matches('.react-flow__node-step'));
  const [selected] = selection;
  const id = card?.dataset.id ?? dockOf(lost)?.dataset.step ?? selected;
  if (id === undefined) return false;
  const isThere = graph.nodes.some((node) => node.id === id);
  const next = isThere ? id : standIn(id, was, graph);
  return next !== null && focusStep(next);
}
