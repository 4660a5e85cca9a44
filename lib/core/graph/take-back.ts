import type { StepChange } from './compare-graphs.ts';
import type { GraphDocument, GraphEdge } from './document.ts';
import type { Edit } from './edit-kinds.ts';
import { pairKey } from './structure-problems.ts';

/**
 * The edit that makes one changed step of `now` what it was in `before`, where it lies now. Wires to
 * steps that aren't there stay away; they come back with those.
 */
export function takeBackEdit(
  before: GraphDocument,
  now: GraphDocument,
  change: Pick<StepChange, 'kind' | 'id'>,
): Edit {
  const { kind, id } = change;
  if (kind === 'added') return { kind: 'remove_nodes', ids: [id] };
  const was = before.nodes.find((node) => node.id === id);
  const here = now.nodes.find((node) => node.id === id);
  if (!was) return { kind: 'batch', edits: [] };
  const step: Edit = here
    ? { kind: 'put_nodes', nodes: [{ ...was, position: here.position }] }
    : { kind: 'add_node', node: was };
  // A step that comes back brings the wires that led to it; a changed one answers for its own alone.
  const belongs = ({ from, to }: GraphEdge) => from.node === id || (!here && to.node === id);
  return { kind: 'batch', edits: [step, ...wireEdits(before, now, { id, belongs })] };
}

type Wires = { id: string; belongs: (edge: GraphEdge) => boolean };

function wireEdits(before: GraphDocument, now: GraphDocument, { id, belongs }: Wires): Edit[] {
  const present = new Set([id, ...now.nodes.map((node) => node.id)]);
  const wanted = new Map(before.edges.filter(belongs).map((edge) => [keyOf(edge), edge]));
  const drawn = new Set(now.edges.map(keyOf));
  const extra = now.edges.filter((edge) => edge.from.node === id && !wanted.has(keyOf(edge)));
  const missing = [...wanted].filter(
    ([key, { from, to }]) => !drawn.has(key) && present.has(from.node) && present.has(to.node),
  );
  return [
    { kind: 'disconnect', ids: extra.map((edge) => edge.id) },
    ...missing.map(([, { from, to }]): Edit => ({ kind: 'connect', from, to })),
  ];
}

function keyOf({ from, to }: GraphEdge): string {
  return pairKey(from, to);
}
