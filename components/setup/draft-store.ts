import { createStore } from 'zustand/vanilla';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { GraphProblem } from '#lib/core/graph/problem.ts';
import { type ApiAnswer, callApi } from '../api/call-api.ts';
import { Autosave, type SaveOutcome } from '../editor/store/autosave.ts';
import type { SavedDraft, SaveState } from '../editor/store/document.ts';
import { fillEndpointIds } from '../editor/store/fill-endpoint-ids.ts';
import { savesDraft } from '../editor/store/save-draft.ts';
import type { Workflow } from './setup-types.ts';

export type DraftState = {
  graph: GraphDocument;
  revision: number;
  /** As of the last save. */
  problems: readonly GraphProblem[];
  saveState: SaveState;
  saveProblem: string | null;
  liveVersion: number | null;
  /** The draft isn't what is live. */
  changed: boolean;
};

/** A workflow's draft as the set-up edits it: saved by itself, published when asked. */
export function createDraft(opened: Workflow) {
  const { id, graph, revision, problems, liveVersion, changed } = opened;
  const path = `/api/v1/workflows/${id}`;
  const store = createStore<DraftState>(() => ({
    ...{ graph, revision, problems, liveVersion, changed },
    saveState: 'saved',
    saveProblem: null,
  }));
  const autosave = new Autosave({
    read: () => store.getState(),
    onState: (saveState, detail) => store.setState({ saveState, saveProblem: detail ?? null }),
    onSaved: (sent, saved) =>
      store.setState((state) => ({
        graph: fillEndpointIds(state.graph, saved.graph),
        revision: saved.revision,
        problems: saved.problems,
        saveState: state.graph === sent ? 'saved' : 'unsaved',
      })),
    save: savesDraft({ put: (next, base) => put(path, next, base), read: () => read(path) }),
  });
  return {
    store,
    change(edit: (graph: GraphDocument) => GraphDocument): void {
      const before = store.getState().graph;
      const next = edit(before);
      if (next === before) return;
      store.setState({ graph: next, changed: true });
      autosave.changed();
    },
    saveNow: () => autosave.now(),
    /** Saves what isn't saved, then freezes the draft as the version that is live. */
    async publish(): Promise<ApiAnswer<{ version: number }> | null> {
      if (!(await autosave.now())) return null;
      const call = { method: 'POST', body: {} } as const;
      const answer = await callApi<{ version: number }>(`${path}/publish`, call);
      if (answer.ok) store.setState({ liveVersion: answer.body.version, changed: false });
      return answer;
    },
    /** False while something isn't saved: leaving the page would lose it. */
    isClean: () => autosave.isClean,
    stop: () => autosave.stop(),
  };
}
export type Draft = ReturnType<typeof createDraft>;

async function put(path: string, graph: GraphDocument, baseRevision: number): Promise<SaveOutcome> {
  const body = { graph, baseRevision };
  const answer = await callApi<SavedDraft>(`${path}/graph`, { method: 'PUT', body });
  if (answer.ok) return { kind: 'saved', draft: answer.body };
  const { kind, code, detail } = answer.failure;
  if (kind === 'unreachable') return { kind };
  return code === 'revision_conflict' ? { kind: 'conflict' } : { kind: 'refused', detail };
}

async function read(path: string): Promise<Workflow | undefined> {
  const answer = await callApi<Workflow>(path);
  return answer.ok ? answer.body : undefined;
}
