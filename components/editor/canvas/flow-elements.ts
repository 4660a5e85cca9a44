import type { Edge, Node } from 'reactflow';
import { Position } from 'reactflow';
import { noteSize } from '#components/editor/graph/notes-edit.ts';
import { stepShape, stepWidth, wiredErrorPorts } from '#components/editor/graph/step-shape.ts';
import type { EditorState } from '#components/editor/store/create-editor-store.ts';
import { stepTypeName } from '#components/steps/step-words.ts';
import type { GraphNode } from '#lib/core/graph/document.ts';
import { orderSteps, topologyOf } from '#lib/core/graph/topology.ts';
import type { Text } from '#lib/i18n/text.ts';
import { noteNodePrefix } from './note-card.tsx';
import { type Stand, stepData } from './overview-colour.ts';

type Read = Pick<EditorState, 'graph' | 'selection' | 'errorPorts' | 'canDrag'> & {
  /** Each step has a foot with a status. */
  hasFoot: boolean;
  /** How the run shown stands at a step, for its name and its colour from afar. */
  statusOf?: (node: GraphNode) => { word: string; stand: Stand } | undefined;
};

/**
 * The graph as React Flow draws it, in the order of the wires. Sizes and handles are given, so steps
 * out of sight need no measuring and their wires are still drawn.
 */
export function flowNodes(state: Read, text: Text): Node[] {
  const { graph, selection, errorPorts, hasFoot, canDrag, statusOf } = state;
  const errors = wiredErrorPorts(graph);
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const order = stepOrder(graph);
  return order.flatMap((id, index): Node[] => {
    const node = byId.get(id);
    if (!node) return [];
    const showError = errors.has(id) || errorPorts.has(id);
    const status = statusOf?.(node);
    const shape = stepShape(node, { showError, hasFoot });
    const handle = (port: string, type: 'source' | 'target', y: number) => ({
      ...{ id: port, type, y: y - 5, width: 10, height: 10 },
      position: type === 'source' ? Position.Right : Position.Left,
      x: type === 'source' ? stepWidth - 5 : -5,
    });
    return [
      {
        id,
        type: 'step',
        position: node.position,
        data: stepData(status?.stand),
        width: stepWidth,
        height: shape.height,
        // Else what lies out of sight counts for nothing where all is to be seen.
        measured: { width: stepWidth, height: shape.height },
        handles: [
          ...(shape.hasInput ? [handle('in', 'target', 23)] : []),
          ...shape.ports.map((port) => handle(port.id, 'source', port.y)),
        ],
        selected: selection.has(id),
        draggable: canDrag,
        connectable: canDrag,
        ariaLabel: text('editor.step.name', {
          name: node.name,
          type: stepTypeName(node.type, text),
          state: [node.disabled && text('editor.step.disabled'), status?.word]
            .filter(Boolean)
            .map((word) => `, ${word}`)
            .join(''),
          position: index + 1,
          count: order.length,
        }),
      },
    ];
  });
}

const noData = {};

/** Sticky notes lie below the steps, in the document's order. */
export function noteNodes({ graph, canDrag }: Pick<EditorState, 'graph' | 'canDrag'>): Node[] {
  return (graph.notes ?? []).map(({ id, position, size = noteSize }) => ({
    id: `${noteNodePrefix}${id}`,
    type: 'note',
    position,
    data: noData,
    ...size,
    measured: size,
    zIndex: -1,
    draggable: canDrag,
    dragHandle: '.ed-note-grip',
    selectable: false,
    focusable: false,
    connectable: false,
  }));
}

export function flowEdges(
  { graph, selectedEdges }: Pick<EditorState, 'graph' | 'selectedEdges'>,
  text: Text,
): Edge[] {
  const names = new Map(graph.nodes.map(({ id, name }) => [id, name]));
  return graph.edges.map(({ id, from, to }) => ({
    id,
    type: 'wire',
    source: from.node,
    sourceHandle: from.port,
    target: to.node,
    targetHandle: to.port,
    selected: selectedEdges.has(id),
    focusable: false,
    ariaLabel: text('editor.wire.name', {
      from: names.get(from.node) ?? from.node,
      to: names.get(to.node) ?? to.node,
    }),
  }));
}

/** Along the wires; steps on a cycle come last. */
export function stepOrder(graph: EditorState['graph']): string[] {
  const { order, cyclic } = orderSteps(topologyOf(graph));
  return [...order, ...cyclic];
}
