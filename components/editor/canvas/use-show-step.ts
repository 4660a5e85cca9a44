'use client';

import { useCallback, useLayoutEffect } from 'react';
import { useReactFlow, useStore } from 'reactflow';
import { stepShape, stepWidth } from '#components/editor/graph/step-shape.ts';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { shownViewport } from './shown-viewport.ts';

/** Pans until a step is to be seen. */
export function useShowStep(): (id: string) => void {
  const store = useEditorStore();
  const { getViewport, setViewport } = useReactFlow();
  return useCallback(
    (id) => {
      const { graph, run, errorPorts } = store.getState();
      const node = graph.nodes.find((one) => one.id === id);
      // Measured anew: React Flow learns of a changed size only after the layout.
      const pane = document.querySelector('.editor .react-flow')?.getBoundingClientRect();
      if (!node || !pane) return;
      const { height } = stepShape(node, { showError: errorPorts.has(id), hasFoot: run !== null });
      const box = { ...node.position, width: stepWidth, height };
      const shown = shownViewport(getViewport(), box, pane);
      if (shown) void setViewport(shown);
    },
    [store, getViewport, setViewport],
  );
}

/**
 * The settings take half of the canvas; the step they are of stays in sight. Before anything is
 * painted: React Flow takes steps out of sight off the page, and the focus with them.
 */
export function useShowOpenStep(): void {
  const showStep = useShowStep();
  const openNodeId = useEditor((state) => state.openNodeId);
  const width = useStore((flow) => flow.width);
  const height = useStore((flow) => flow.height);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size may hide the step again.
  useLayoutEffect(() => {
    if (openNodeId !== null) showStep(openNodeId);
  }, [openNodeId, width, height, showStep]);
}
