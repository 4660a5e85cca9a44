import type { Json } from '#lib/core/json.ts';
import { compareValues, type FieldChange } from './compare-values.ts';
import type { GraphDocument, GraphEdge, GraphNode, GraphNote } from './document.ts';

/**
 * One step that differs, with what of it does. Fields are `name`, `type`, `disabled`, `note`,
 * `retry…`, `settings…`, and `wires.<port>`: the ids of the steps that the port leads to.
 */
export type StepChange = {
  kind: 'added' | 'changed' | 'removed';
  id: string;
  /** As it is now, or was where it is gone. */
  node: GraphNode;
  fields: FieldChange[];
};

export type GraphChanges = {
  /** Changed and added ones in the order of the newer graph, then those that are gone. */
  steps: StepChange[];
  /** By the sticky note's id. */
  notes: FieldChange[];
  vars: FieldChange[];
};

/** What changed between two graphs in how they run and read. Where things lie is no change. */
export function compareGraphs(before: GraphDocument, after: GraphDocument): GraphChanges {
  const old = byId(before.nodes);
  const now = byId(after.nodes);
  const kept = [...now.values()].flatMap((node): StepChange[] => {
    const was = old.get(node.id);
    if (!was) return [{ kind: 'added', id: node.id, node, fields: ownFields(undefined, node) }];
    const fields = [...stepFields(was, node), ...wireFields(node.id, before, after)];
    return fields.length === 0 ? [] : [{ kind: 'changed', id: node.id, node, fields }];
  });
  const gone = [...old.values()]
    .filter(({ id }) => !now.has(id))
    .map((node): StepChange => {
      return { kind: 'removed', id: node.id, node, fields: ownFields(node, undefined) };
    });
  return {
    steps: [...kept, ...gone],
    notes: compareValues(noteTexts(before.notes), noteTexts(after.notes)),
    vars: compareValues(before.vars ?? {}, after.vars ?? {}),
  };
}

export function countChanges({ steps, notes, vars }: GraphChanges): number {
  return steps.length + notes.length + vars.length;
}

/** True where publishing would change nothing that runs: words beside the steps don't count. */
export function runsAlike({ steps, vars }: GraphChanges): boolean {
  const isNote = ({ kind, fields }: StepChange) =>
    kind === 'changed' && fields.every(({ field }) => field === 'note');
  return vars.length === 0 && steps.every(isNote);
}

/** Of steps that share an id the first counts, as everywhere. */
function byId(nodes: readonly GraphNode[]): Map<string, GraphNode> {
  const map = new Map<string, GraphNode>();
  for (const node of nodes) if (!map.has(node.id)) map.set(node.id, node);
  return map;
}

const plainFields = ['type', 'name', 'disabled', 'note'] as const;

function stepFields(before: GraphNode, after: GraphNode): FieldChange[] {
  return [
    ...plainFields.flatMap((field) => compareValues(before[field], after[field], field)),
    ...ownFields(before, after),
  ];
}

/** What a step does, apart from its name. */
function ownFields(before: GraphNode | undefined, after: GraphNode | undefined): FieldChange[] {
  return [
    ...compareValues(before?.settings ?? {}, after?.settings ?? {}).map(inside('settings')),
    ...compareValues(before?.retry ?? {}, after?.retry ?? {}).map(inside('retry')),
  ];
}

function inside(part: string) {
  return (change: FieldChange): FieldChange => ({ ...change, field: `${part}.${change.field}` });
}

function wireFields(id: string, before: GraphDocument, after: GraphDocument): FieldChange[] {
  const [old, now] = [targetsOf(id, before.edges), targetsOf(id, after.edges)];
  const ports = new Set([...now.keys(), ...old.keys()]);
  return [...ports].flatMap((port) => compareValues(old.get(port), now.get(port), `wires.${port}`));
}

/** Sorted: the order in which wires were drawn says nothing. */
function targetsOf(id: string, edges: readonly GraphEdge[]): Map<string, Json> {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) {
    if (from.node !== id) continue;
    targets.set(from.port, [...(targets.get(from.port) ?? []), to.node]);
  }
  return new Map([...targets].map(([port, ids]) => [port, [...new Set(ids)].sort()]));
}

function noteTexts(notes: readonly GraphNote[] | undefined): Json {
  return Object.fromEntries((notes ?? []).map(({ id, text }) => [id, text]));
}
