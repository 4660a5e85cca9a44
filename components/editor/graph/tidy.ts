import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { GraphDocument, GraphNode, PortRef } from '#lib/core/graph/document.ts';
import type { Edit } from '#lib/core/graph/edit-kinds.ts';
import { headMiddle, stepShape, stepWidth, wiredErrorPorts } from './step-shape.ts';

/**
 * Lays the steps out from left to right along their wires, which run straight from port to port where
 * they can. The layout engine loads when first asked.
 */
export async function tidyEdit(graph: GraphDocument): Promise<Edit> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const errors = wiredErrorPorts(graph);
  const children = graph.nodes.map((node) => box(node, errors.has(node.id)));
  const laid = await new Elk().layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.spacing.nodeNode': '36',
      'elk.layered.spacing.nodeNodeBetweenLayers': '60',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
      'elk.layered.nodePlacement.favorStraightEdges': 'true',
    },
    children,
    edges: wires(graph, children),
  });
  const positions = (laid.children ?? []).map(({ id, x = 0, y = 0 }) => ({
    id,
    x: Math.round(x),
    y: Math.round(y),
  }));
  return { kind: 'move', positions };
}

function box(node: GraphNode, showError: boolean): ElkNode {
  const { ports, height } = stepShape(node, { showError, hasFoot: true });
  const input = { ...point(portId({ node: node.id, port: 'in' }), headMiddle, 'WEST'), x: 0 };
  const outputs = ports.map(({ id, y }) => {
    return { ...point(portId({ node: node.id, port: id }), y, 'EAST'), x: stepWidth };
  });
  return {
    id: node.id,
    width: stepWidth,
    height,
    ports: [input, ...outputs],
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
  };
}

function point(id: string, y: number, side: 'WEST' | 'EAST') {
  return { id, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } };
}

function portId({ node, port }: PortRef): string {
  return `${node} ${port}`;
}

/** A wire at a port that isn't drawn lies at its step. */
function wires(graph: GraphDocument, boxes: readonly ElkNode[]): ElkExtendedEdge[] {
  const drawn = new Set(boxes.flatMap(({ ports = [] }) => ports.map(({ id }) => id)));
  const end = (ref: PortRef) => (drawn.has(portId(ref)) ? portId(ref) : ref.node);
  return graph.edges.map(({ id, from, to }) => ({ id, sources: [end(from)], targets: [end(to)] }));
}
