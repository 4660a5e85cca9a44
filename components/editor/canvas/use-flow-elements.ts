import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { applyNodeChanges, type Edge, type Node, type NodeChange } from 'reactflow';
import { useShallow } from 'zustand/react/shallow';
import { changeNoteEdit } from '#components/editor/graph/notes-edit.ts';
import type { EditorStore } from '#components/editor/store/create-editor-store.ts';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import type { RunShown, StepShown } from '#components/editor/store/overlay.ts';
import { useText } from '#components/text.tsx';
import type { GraphNode } from '#lib/core/graph/document.ts';
import type { Text } from '#lib/i18n/text.ts';
import { flowEdges, flowNodes, noteNodes } from './flow-elements.ts';
import { noteNodePrefix } from './note-card.tsx';
import type { Stand } from './overview-colour.ts';
import { stepStatus } from './step-status.ts';

/** React Flow's nodes: the graph's, moved along while one is dragged. The move is one edit, at its end. */
export function useFlowElements() {
  const text = useText();
  const store = useEditorStore();
  const read = useEditor(
    useShallow(({ graph, selection, errorPorts, run, steps, canDrag }) => ({
      ...{ graph, selection, errorPorts, run, steps, canDrag },
    })),
  );
  const { graph } = read;
  const selectedEdges = useEditor((state) => state.selectedEdges);
  const [nodes, setNodes] = useState<Node[]>([]);
  const [edges, setEdges] = useState<Edge[]>([]);
  useEffect(() => {
    const { run, steps } = read;
    const statusOf = (node: GraphNode) =>
      run ? statusAt(node, { run, step: steps.get(node.id) }, text) : undefined;
    const drawn = flowNodes({ ...read, hasFoot: run !== null, statusOf }, text);
    setNodes((before) => kept(before, [...noteNodes(read), ...drawn], sameNode).map(placed));
  }, [read, text]);
  useEffect(() => {
    setEdges((before) => kept(before, flowEdges({ graph, selectedEdges }, text), sameEdge));
  }, [graph, selectedEdges, text]);
  const onNodesChange = useCallback(
    (changes: NodeChange[]) => {
      const move = () => setNodes((before) => applyNodeChanges(changes, before).map(placed));
      // At React's leisure it would often come after the frame, and two moves would become one.
      if (changes.every(isDrag)) flushSync(move);
      else move();
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

function isDrag(change: NodeChange): boolean {
  return change.type === 'position' && change.dragging === true;
}

/**
 * A step at rest is placed by `left` and `top`: of hundreds that are each moved by a transform of their
 * own, Chromium makes a picture layer apiece, and puts them together anew at each frame of a pan.
 */
function placed(node: Node): Node {
  if (node.dragging) return node.style ? { ...node, style: undefined } : node;
  const { x, y } = node.position;
  if (node.style?.left === x && node.style.top === y) return node;
  return { ...node, style: { transform: 'none', left: x, top: y } };
}

function statusAt(
  node: GraphNode,
  at: { run: RunShown; step: StepShown | undefined },
  text: Text,
): { word: string; stand: Stand } {
  const { word, tone } = stepStatus(node, at, text);
  return { word, stand: at.step && !node.disabled ? tone : 'none' };
}

/** What looks the same stays the same object, so that it isn't drawn again. */
function kept<T extends { id: string }>(
  before: readonly T[],
  next: readonly T[],
  looksSame: (was: T, now: T) => boolean,
): T[] {
  const old = new Map(before.map((one) => [one.id, one]));
  return next.map((now) => {
    const was = old.get(now.id);
    return was && looksSame(was, now) ? was : now;
  });
}

function sameNode(was: Node, now: Node): boolean {
  return (
    was.position.x === now.position.x &&
    was.position.y === now.position.y &&
    was.selected === now.selected &&
    was.height === now.height &&
    was.ariaLabel === now.ariaLabel &&
    was.data === now.data &&
    was.draggable === now.draggable &&
    was.handles?.length === now.handles?.length
  );
}

function sameEdge(was: Edge, now: Edge): boolean {
  return (
    was.source === now.source &&
    was.sourceHandle === now.sourceHandle &&
    was.target === now.target &&
    was.targetHandle === now.targetHandle &&
    was.selected === now.selected &&
    was.ariaLabel === now.ariaLabel
  );
}
