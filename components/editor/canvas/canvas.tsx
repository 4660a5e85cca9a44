'use client';

import 'reactflow/dist/base.css';
import { type DragEvent, useCallback } from 'react';
import {
  type EdgeChange,
  type FinalConnectionState,
  MiniMap,
  type Node,
  ReactFlow,
  useReactFlow,
} from 'reactflow';
import { paletteType } from '#components/editor/palette.tsx';
import type { EditorStore } from '#components/editor/store/create-editor-store.ts';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { classNames } from '#components/ui/class-names.ts';
import type { PortRef } from '#lib/core/graph/document.ts';
import { FarView, useZoomedOut } from './far-view.ts';
import { NoteCard } from './note-card.tsx';
import { overviewColour } from './overview-colour.ts';
import { addStep, connectSteps } from './step-actions.ts';
import { StepCard } from './step-card.tsx';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useDoubleClick } from './use-double-click.ts';
import { useFlowElements } from './use-flow-elements.ts';
import { useMovedMark } from './use-moved-mark.ts';
import { useShowOpenStep } from './use-show-step.ts';
import { Wire } from './wire.tsx';
import { ZoomBar } from './zoom-bar.tsx';

const nodeTypes = { step: StepCard, note: NoteCard };
const edgeTypes = { wire: Wire };
const fit = { maxZoom: 1, padding: 0.15 };
/** A whole graph on a phone could be neither read nor hit. */
const smallFit = { ...fit, minZoom: 0.6 };
const phones = '(max-width: 639.98px)';
// Inline it would be a new one at each rendering, which the whole canvas then hears of.
const snapGrid: [number, number] = [4, 4];

export function Canvas({ children }: { children?: React.ReactNode }) {
  const text = useText();
  const store = useEditorStore();
  const canDrag = useEditor((state) => state.canDrag);
  const { nodes, edges, onNodesChange } = useFlowElements();
  const { far, drawnFar } = useZoomedOut();
  const onConnectEnd = useConnectEnd();
  const drop = useDrop();
  const keys = useCanvasKeys();
  const movedMark = useMovedMark(keys.ref);
  useShowOpenStep();
  useDoubleClick();
  const onEdgesChange = useCallback(
    (changes: EdgeChange[]) => {
      const { selectedEdges, selection, select } = store.getState();
      const next = new Set(selectedEdges);
      for (const change of changes) {
        if (change.type === 'select') next[change.selected ? 'add' : 'delete'](change.id);
      }
      if (changes.some(({ type }) => type === 'select')) select(selection, next);
    },
    [store],
  );
  const onNodeClick = useCallback(
    (_: unknown, node: Node) => {
      if (node.type === 'step') store.getState().openNode(node.id);
    },
    [store],
  );
  const closeMenu = useCallback(() => store.getState().openMenu(null), [store]);
  return (
    <section
      aria-label={text('editor.canvas')}
      className="relative min-h-0 min-w-0 flex-1 select-none focus-visible:-outline-offset-2 [&_:is(input,textarea)]:select-text"
      tabIndex={-1}
      data-editor-part="canvas"
      onFocus={({ target }) => selectFocused(store, target)}
      {...keys}
      {...drop}
    >
      <FarView value={drawnFar}>
        <ReactFlow
          className={far ? 'ed-far' : ''}
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onConnectEnd={onConnectEnd}
          onNodeClick={onNodeClick}
          onPaneClick={closeMenu}
          {...movedMark}
          nodesConnectable={canDrag}
          disableKeyboardA11y
          deleteKeyCode={null}
          zoomOnDoubleClick={false}
          onlyRenderVisibleElements={!far}
          connectionRadius={24}
          snapToGrid
          snapGrid={snapGrid}
          minZoom={0.1}
          maxZoom={2}
          // Not `fitView`: it runs in the first rendering, which must look as the server's did.
          onInit={(flow) => void flow.fitView(matchMedia(phones).matches ? smallFit : fit)}
        >
          <Overview />
        </ReactFlow>
      </FarView>
      <ZoomBar />
      {children}
    </section>
  );
}

/** Keys act on the selection: the step that Tab comes to is selected. */
function selectFocused(store: EditorStore, target: HTMLElement): void {
  if (!target.matches('.react-flow__node-step:focus-visible')) return;
  const id = target.getAttribute('data-id');
  const { selection, select } = store.getState();
  if (id && !selection.has(id)) select([id]);
}

function Overview() {
  // Over the strip that the dock leaves, the map would cover steps.
  const docked = useEditor((state) => state.openNodeId !== null);
  return (
    <MiniMap
      className={classNames('max-lg:hidden!', docked && 'hidden!')}
      style={{ width: 168, height: 96 }}
      bgColor="var(--raised)"
      maskColor="var(--hover)"
      nodeColor={overviewColour}
      ariaLabel={null}
      pannable
      zoomable
    />
  );
}

/** A wire let go over a step joins it, or says why not; over nothing it asks what should follow. */
function useConnectEnd() {
  const text = useText();
  const store = useEditorStore();
  const { screenToFlowPosition } = useReactFlow();
  const joinSteps = useCallback(
    (...ends: Parameters<typeof wireBetween>) => {
      const wire = wireBetween(...ends);
      if (wire) connectSteps(store, text, wire);
    },
    [store, text],
  );
  return useCallback(
    (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const { fromHandle, toHandle } = state;
      if (!fromHandle || !store.getState().canEdit) return;
      const { x, y } = pointOf(event);
      const end = { node: fromHandle.nodeId, port: fromHandle.id ?? '' };
      const node = state.toNode?.id ?? stepAt(x, y);
      if (node) {
        joinSteps(end, fromHandle.type, { node, port: toHandle?.id ?? null });
      } else if (fromHandle.type === 'source') {
        const at = screenToFlowPosition({ x, y });
        const target = { kind: 'at' as const, at: { x: at.x, y: at.y - 23 }, from: end };
        store.getState().openMenu({ kind: 'add', target, x, y });
      }
    },
    [store, joinSteps, screenToFlowPosition],
  );
}

/** Drawn from an input it runs backwards, and needs the very port it comes from. */
function wireBetween(
  end: PortRef,
  type: 'source' | 'target',
  other: { node: string; port: string | null },
): { from: PortRef; to: PortRef } | null {
  if (type === 'source') return { from: end, to: { node: other.node, port: 'in' } };
  if (other.port === null || other.port === 'in') return null;
  return { from: { node: other.node, port: other.port }, to: end };
}

function pointOf(event: MouseEvent | TouchEvent): { x: number; y: number } {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}

function stepAt(x: number, y: number): string | null {
  const over = document.elementFromPoint(x, y)?.closest('.react-flow__node');
  return over?.getAttribute('data-id') ?? null;
}

/** A step dragged from the palette; onto a wire it goes in between. */
function useDrop() {
  const text = useText();
  const store = useEditorStore();
  const { screenToFlowPosition } = useReactFlow();
  return {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(paletteType)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDrop: (event: DragEvent) => {
      const type = event.dataTransfer.getData(paletteType);
      if (!type || !store.getState().canEdit) return;
      event.preventDefault();
      const edge = document
        .elementsFromPoint(event.clientX, event.clientY)
        .map((element) => element.closest('.react-flow__edge')?.getAttribute('data-id'))
        .find((id) => id);
      const at = screenToFlowPosition({ x: event.clientX - 92, y: event.clientY - 23 });
      const target = edge
        ? { kind: 'edge' as const, edgeId: edge, at }
        : { kind: 'at' as const, at };
      addStep(store, text, { type, target });
    },
  };
}
