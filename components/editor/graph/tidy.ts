import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { Edit } from '#lib/core/graph/edit-kinds.ts';
import { stepShape, stepWidth, wiredErrorPorts } from './step-shape.ts';

/** Lays the steps out from left to right along their wires. The layout engine loads when first asked. */
export async function tidyEdit(graph: GraphDocument): Promise<Edit> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const errors = wiredErrorPorts(graph);
  const laid = await new Elk().layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.spacing.nodeNode': '36',
      'elk.layered.spacing.nodeNodeBetweenLayers': '60',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
    },
    children: graph.nodes.map((node) => {
      const showError = errors.has(node.id);
      return {
        id: node.id,
        width: stepWidth,
        height: stepShape(node, { showError, hasFoot: true }).height,
      };
    }),
    edges: graph.edges.map(({ id, from, to }) => ({
      id,
      sources: [from.node],
      targets: [to.node],
    })),
  });
  const positions = (laid.children ?? []).map(({ id, x = 0, y = 0 }) => ({
    id,
    x: Math.round(x),
    y: Math.round(y),
  }));
  return { kind: 'move', positions };
}
