import type { Problem } from '#lib/core/errors.ts';
import type { GraphDocument, GraphNode } from '#lib/core/graph/document.ts';
import { applyEdit } from '#lib/core/graph/edit.ts';
import type { Edit } from '#lib/core/graph/edit-kinds.ts';
import type { GraphProblem } from '#lib/core/graph/problem.ts';
import { graphProblems } from '#lib/core/graph/validate.ts';
import type { WorkflowStatus } from '#lib/core/graph/workflow.ts';
import type { JsonObject } from '#lib/core/json.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';
import { fillEndpointIds } from './fill-endpoint-ids.ts';
import { addedPart, typedField } from './typed-field.ts';

/** A trigger's URL, as the API tells it. */
export type TriggerUrl = {
  id: string;
  nodeId: string;
  url: string;
  urlReachable: 'public' | 'local';
  isNew: boolean;
};

/** What the editor is opened with: the API's workflow. */
export type OpenedWorkflow = {
  id: string;
  name: string;
  status: WorkflowStatus;
  liveVersion: number | null;
  changed: boolean;
  graph: GraphDocument;
  revision: number;
  endpoints: TriggerUrl[];
  problems: GraphProblem[];
};

/** What the server made of a saved draft. */
export type SavedDraft = Pick<OpenedWorkflow, 'graph' | 'revision' | 'endpoints' | 'problems'>;

/**
 * `unsaved`: edited, the save is about to start. `unreachable`: it is tried again. `conflict`:
 * somebody else saved. `refused`: the server won't take it; `saveProblem` says why.
 */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'unreachable' | 'conflict' | 'refused';

/**
 * `key` names what was typed in: edits of the same key in a row are one step back. `fresh` names the
 * part that came with the edit: the first of its empty fields to be filled joins it, since a part with
 * nothing in it is nothing to go back to.
 */
type PastEdit = { undo: Edit; key: string | null; fresh?: string | undefined };
/** `fills`: the key is of a field that was empty. */
export type EditKey = { key?: string | undefined; fills?: boolean; fresh?: string | undefined };
type History = { graph: GraphDocument; past: readonly PastEdit[]; future: readonly Edit[] };

export type DocumentState = History & {
  workflow: Pick<OpenedWorkflow, 'id' | 'name' | 'status' | 'liveVersion' | 'changed'>;
  endpoints: readonly TriggerUrl[];
  /** In the browser's eyes as of the last check, and what only the server can see. */
  problems: readonly GraphProblem[];
  revision: number;
  saveState: SaveState;
  saveProblem: string | null;
};

const longestPast = 500;
/** Undos that bring back all that was there before, however much was edited since. */
const whole: ReadonlySet<Edit['kind']> = new Set(['put_nodes', 'set_notes']);

export function openDocument(opened: OpenedWorkflow): DocumentState {
  const { id, name, status, liveVersion, changed, graph, revision, endpoints, problems } = opened;
  return {
    workflow: { id, name, status, liveVersion, changed },
    graph,
    past: [],
    future: [],
    endpoints,
    problems,
    revision,
    saveState: 'saved',
    saveProblem: null,
  };
}

export type Edited = { ok: true; state: History } | { ok: false; problem: Problem };

/** One edit forward. What was undone before can't be redone after it. */
export function edited(history: History, edit: Edit, given: EditKey): Edited {
  const applied = applyEdit(history.graph, edit);
  if (!applied.ok) return { ok: false, problem: applied.error };
  const { graph, undo } = applied.value;
  const last = history.past.at(-1);
  const { key = null, fresh } = given;
  // The first undo puts the whole step back as it was before the first letter.
  const past =
    last && joins(last, given)
      ? [...history.past.slice(0, -1), { undo: last.undo, key }]
      : [...history.past, { undo, key, fresh }].slice(-longestPast);
  return { ok: true, state: { graph, past, future: [] } };
}

function joins(last: PastEdit, { key, fills = false }: EditKey): boolean {
  if (key === undefined || !whole.has(last.undo.kind)) return false;
  return (
    last.key === key || (fills && last.fresh !== undefined && key.startsWith(`${last.fresh}.`))
  );
}

/** Undefined where there is nothing to take back. */
export function undone(history: History): History | undefined {
  const last = history.past.at(-1);
  if (!last) return undefined;
  const applied = applyEdit(history.graph, last.undo);
  // Letters typed after an Undo are a step of their own.
  const past = sealed(history.past.slice(0, -1));
  if (!applied.ok) return { ...history, past };
  const { graph, undo } = applied.value;
  return { graph, past, future: [...history.future, undo] };
}

export function redone(history: History): History | undefined {
  const next = history.future.at(-1);
  if (!next) return undefined;
  const applied = applyEdit(history.graph, next);
  if (!applied.ok) return { ...history, future: [] };
  const { graph, undo } = applied.value;
  const past = [...history.past, { undo, key: null }];
  return { graph, past, future: history.future.slice(0, -1) };
}

/** Typing stops being one step back: the next letter in the same field starts another. */
export function sealed(past: readonly PastEdit[]): readonly PastEdit[] {
  const last = past.at(-1);
  return last?.key ? [...past.slice(0, -1), { ...last, key: null }] : past;
}

/** A draft was saved. Ids the server filled in come into the graph, whatever was edited meanwhile. */
export function afterSave(state: DocumentState, sent: GraphDocument, saved: SavedDraft) {
  const graph = fillEndpointIds(state.graph, saved.graph);
  const isWhole = state.graph === sent;
  return {
    graph,
    revision: saved.revision,
    endpoints: saved.endpoints,
    problems: mergedProblems(graph, saved),
    workflow: { ...state.workflow, changed: true },
    saveState: isWhole ? ('saved' as const) : ('unsaved' as const),
    saveProblem: null,
  };
}

/** Those of the browser, and those of the server that it can't see (a deleted endpoint). */
export function mergedProblems(
  graph: GraphDocument,
  known: { problems: readonly GraphProblem[] },
): GraphProblem[] {
  const own = graphProblems(graph, nodeDefinitions, { forPublish: false });
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const more = known.problems.filter(
    ({ nodeId, field }) =>
      field?.startsWith('endpointIds.') && names(nodes.get(nodeId ?? ''), field),
  );
  const told = new Set(own.map((problem) => JSON.stringify(problem)));
  return [...own, ...more.filter((problem) => !told.has(JSON.stringify(problem)))];
}

/** The endpoint that the problem is about is still named there. */
function names(node: GraphNode | undefined, field: string): boolean {
  const ids: unknown = node?.settings.endpointIds;
  const index = Number(field.slice('endpointIds.'.length));
  return Array.isArray(ids) && index < ids.length;
}

/** New settings of a step; with the key of the one field that was typed in, or of the part that came. */
export function settingsEdit(
  graph: GraphDocument,
  id: string,
  settings: JsonObject,
): { edit: Edit; given: EditKey } {
  const before = graph.nodes.find((node) => node.id === id)?.settings ?? {};
  const field = typedField(before, settings);
  const fresh = addedPart(before, settings);
  return {
    edit: { kind: 'set_settings', id, settings },
    given: {
      ...(field && { key: `${id} ${field.path}`, fills: field.wasEmpty }),
      ...(fresh !== null && { fresh: `${id} ${fresh}` }),
    },
  };
}
