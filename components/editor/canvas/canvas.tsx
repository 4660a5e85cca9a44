'use client';

import 'reactflow/dist/base.css';
import { type DragEvent, useCallback, useEffect, useMemo, useState } from 'react';
import {
  applyNodeChanges,
  type EdgeChange,
  type FinalConnectionState,
  MiniMap,
  type Node,
  type NodeChange,
  ReactFlow,
  useReactFlow,
  useStore,
} from 'reactflow';
import { useShallow } from 'zustand/react/shallow';
import { changeNoteEdit } from '#components/editor/graph/notes-edit.ts';
import { paletteType } from '#components/editor/palette.tsx';
import type { EditorStore } from '#components/editor/store/create-editor-store.ts';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { classNames } from '#components/ui/class-names.ts';
import type { GraphNode, PortRef } from '#lib/core/graph/document.ts';
import { flowEdges, flowNodes, noteNodes } from './flow-elements.ts';
import { NoteCard, noteNodePrefix } from './note-card.tsx';
import { addStep, connectSteps } from './step-actions.ts';
import { StepCard } from './step-card.tsx';
import { stepStatus } from './step-status.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useDoubleClick } from './use-double-click.ts';
import { useShowOpenStep } from './use-show-step.ts';
import { Wire } from './wire.tsx';
import { ZoomBar } from './zoom-bar.tsx';

const nodeTypes = { step: StepCard, note: NoteCard };
const edgeTypes = { wire: Wire };
const fit = { maxZoom: 1, padding: 0.15 };
/** A whole graph on a phone could be neither read nor hit. */
const smallFit = { ...fit, minZoom: 0.6 };
const phones = '(max-width: 639.98px)';
/** Below it a step's name is smaller than 5 px. */
const farZoom = 0.36;

export function Canvas({ children }: { children?: React.ReactNode }) {
  const text = useText();
  const store = useEditorStore();
  const canDrag = useEditor((state) => state.canDrag);
  const { nodes, edges, onNodesChange } = useFlowElements();
  const far = useStore(({ transform: [, , zoom] }) => zoom < farZoom);
  const onConnectEnd = useConnectEnd();
  const drop = useDrop();
  const keys = useCanvasKeys();
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
      <ReactFlow
        className={far ? 'ed-far' : ''}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onConnectEnd={onConnectEnd}
        onNodeClick={(_, node) => {
          if (node.type === 'step') store.getState().openNode(node.id);
        }}
        onPaneClick={() => store.getState().openMenu(null)}
        nodesConnectable={canDrag}
        disableKeyboardA11y
        deleteKeyCode={null}
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements
        connectionRadius={24}
        snapToGrid
        snapGrid={[4, 4]}
        minZoom={0.1}
        maxZoom={2}
        // Not `fitView`: it runs in the first rendering, which must look as the server's did.
        onInit={(flow) => void flow.fitView(matchMedia(phones).matches ? smallFit : fit)}
      >
        <Overview />
      </ReactFlow>
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
      nodeColor="var(--line-field)"
      ariaLabel={null}
      pannable
      zoomable
    />
  );
}

/** React Flow's nodes: the graph's, moved along while one is dragged. The move is one edit, at its end. */
function useFlowElements() {
  const text = useText();
  const store = useEditorStore();
  const read = useEditor(
    useShallow(({ graph, selection, errorPorts, run, steps, canDrag }) => ({
      ...{ graph, selection, errorPorts, run, steps, canDrag },
    })),
  );
  const selectedEdges = useEditor((state) => state.selectedEdges);
  const [nodes, setNodes] = useState<Node[]>([]);
  useEffect(() => {
    const { run, steps } = read;
    const statusOf = (node: GraphNode) =>
      run ? stepStatus(node, { run, step: steps.get(node.id) }, text).word : '';
    const drawn = flowNodes({ ...read, hasFoot: run !== null, statusOf }, text);
    setNodes((before) => kept(before, [...noteNodes(read), ...drawn]));
  }, [read, text]);
  const { graph } = read;
  const edges = useMemo(
    () => flowEdges({ graph, selectedEdges }, text),
    [graph, selectedEdges, text],
  );
  const onNodesChange = useCallback(
    (changes: NodeChange[]) => {
      setNodes((before) => applyNodeChanges(changes, before));
      const { selection, selectedEdges, select, apply } = store.getState();
      const selects = changes.filter((change) => change.type === 'select');
      if (selects.length > 0) {
        const next = new Set(selection);
        for (const { id, selected } of selects) next[selected ? 'add' : 'delete'](id);
        select(next, selectedEdges);
      }
      const positions = changes.flatMap((change) =>
        change.type === 'position' && change.dragging === false && change.position
          ? { id: change.id, x: Math.round(change.position.x), y: Math.round(change.position.y) }
          : [],
      );
      moveNotes(store, positions);
      const moved = positions.filter(({ id, x, y }) => {
        const at = store.getState().graph.nodes.find((node) => node.id === id)?.position;
        return at && (at.x !== x || at.y !== y);
      });
      if (moved.length > 0) apply({ kind: 'move', positions: moved });
    },
    [store],
  );
  return { nodes, edges, onNodesChange };
}

function moveNotes(store: EditorStore, positions: readonly { id: string; x: number; y: number }[]) {
  const { graph, apply } = store.getState();
  for (const { id, x, y } of positions) {
    if (!id.startsWith(noteNodePrefix)) continue;
    apply(changeNoteEdit(graph, id.slice(noteNodePrefix.length), { position: { x, y } }));
  }
}

/** A node that looks the same stays the same object, so that it isn't drawn again. */
function kept(before: readonly Node[], next: Node[]): Node[] {
  const old = new Map(before.map((node) => [node.id, node]));
  return next.map((node) => {
    const was = old.get(node.id);
    const same =
      was &&
      was.position.x === node.position.x &&
      was.position.y === node.position.y &&
      was.selected === node.selected &&
      was.height === node.height &&
      was.ariaLabel === node.ariaLabel &&
      was.draggable === node.draggable &&
      was.handles?.length === node.handles?.length;
    return same
      ? was
      : { ...node, ...(was?.measured && { measured: { width: node.width, height: node.height } }) };
  });
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
      const target = edge ? { kind: 'edge' as const, edgeId: edge } : { kind: 'at' as const, at };
      addStep(store, text, { type, target });
    },
  };
}
