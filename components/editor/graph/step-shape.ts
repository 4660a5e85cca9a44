import type { GraphDocument, GraphNode } from '#lib/core/graph/document.ts';
import { definitionOf } from '#lib/core/graph/node-type.ts';
import { outputPorts } from '#lib/core/graph/topology.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';

export const stepWidth = 184;
const headHeight = 46;
const portHeight = 22;
const footHeight = 26;
/** Where a handle's middle is: on the head's line, or on its port's row. */
export const headMiddle = 23;

export type StepPort = { id: string; y: number };
export type StepShape = { hasInput: boolean; ports: StepPort[]; hasRows: boolean; height: number };

/**
 * What is drawn of a step's ports. The way for errors stays out of sight until it is wired or asked
 * for: most steps need none.
 */
export function stepShape(
  node: GraphNode,
  options: { showError: boolean; hasFoot: boolean },
): StepShape {
  const outputs = outputPorts(node, nodeDefinitions).filter(
    (port) => port !== 'error' || options.showError,
  );
  const hasRows = outputs.length > 1;
  const ports = outputs.map((id, index) => ({
    id,
    y: hasRows ? headHeight + index * portHeight + portHeight / 2 : headMiddle,
  }));
  const rows = hasRows ? outputs.length * portHeight + 2 : 0;
  return {
    hasInput: (definitionOf(nodeDefinitions, node.type)?.inputs.length ?? 1) > 0,
    ports,
    hasRows,
    height: headHeight + rows + (options.hasFoot ? footHeight : 0),
  };
}

export function wiredErrorPorts(graph: GraphDocument): Set<string> {
  return new Set(graph.edges.flatMap(({ from }) => (from.port === 'error' ? from.node : [])));
}
