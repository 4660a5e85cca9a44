import { freePlace } from '#components/editor/graph/add-step.ts';
import { compareGraphs } from '#lib/core/graph/compare-graphs.ts';
import type { GraphDocument, GraphEdge } from '#lib/core/graph/document.ts';
import { pairKey } from '#lib/core/graph/structure-problems.ts';

export type Mark = 'added' | 'changed' | 'removed' | 'same';
export type Side = 'both' | 'before' | 'after';
/** `steps` by step id, `wires` by the id of the edge in `graph`. */
export type UnionGraph = {
  graph: GraphDocument;
  steps: ReadonlyMap<string, Mark>;
  wires: ReadonlyMap<string, Mark>;
};

/** Two graphs as one picture. What is gone stands where it stood, or below what stands there now. */
export function unionGraph(before: GraphDocument, after: GraphDocument, side: Side): UnionGraph {
  const changes = new Map(compareGraphs(before, after).steps.map(({ id, kind }) => [id, kind]));
  const now = new Set(after.nodes.map(({ id }) => id));
  const gone = before.nodes.filter(({ id }) => !now.has(id));
  const both = [...after.nodes];
  for (const node of gone) {
    both.push({ ...node, position: freePlace({ ...after, nodes: both }, node.position) });
  }
  const nodes = { both, before: before.nodes, after: after.nodes }[side];
  const wires = wiresOf(before, after, side);
  return {
    graph: { schema: 1, nodes, edges: wires.map(({ edge }) => edge) },
    steps: new Map(nodes.map(({ id }) => [id, changes.get(id) ?? 'same'])),
    wires: new Map(wires.map(({ edge, mark }) => [edge.id, mark])),
  };
}

type MarkedWire = { edge: GraphEdge; mark: Mark };

function wiresOf(before: GraphDocument, after: GraphDocument, side: Side): MarkedWire[] {
  const old = new Set(before.edges.map(keyOf));
  const now = new Set(after.edges.map(keyOf));
  const kept = after.edges.map((edge): MarkedWire => {
    return { edge, mark: old.has(keyOf(edge)) ? 'same' : 'added' };
  });
  const was = before.edges.map((edge): MarkedWire => {
    // Its id may be another wire's by now.
    const mark = now.has(keyOf(edge)) ? 'same' : 'removed';
    return { edge: { ...edge, id: `was ${edge.id}` }, mark };
  });
  if (side === 'after') return kept;
  return side === 'before' ? was : [...kept, ...was.filter(({ mark }) => mark === 'removed')];
}

function keyOf({ from, to }: GraphEdge): string {
  return pairKey(from, to);
}
