import { createStore, type StoreApi } from 'zustand';
import type { Problem } from '#lib/core/errors.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { Edit } from '#lib/core/graph/edit-kinds.ts';
import type { Json, JsonObject } from '#lib/core/json.ts';
import type { MemberRole } from '#lib/core/principal.ts';
import {
  afterSave,
  type DocumentState,
  type Edited,
  type EditKey,
  edited,
  mergedProblems,
  type OpenedWorkflow,
  openDocument,
  redone,
  type SavedDraft,
  type SaveState,
  sealed,
  settingsEdit,
  undone,
} from './document.ts';
import { noOverlay, type OverlayState, type RunDetail } from './overlay.ts';
import { type LiveNotice, overlayActions } from './overlay-actions.ts';
import { type CanvasMenu, keepExisting, openView, type ViewState } from './view.ts';

export type EditorActions = {
  /**
   * Changes the graph. Null where it worked, else why not, in words; then nothing changed. Edits with
   * the same `key` in a row (typing in one field) are one step of Undo.
   */
  apply(edit: Edit, key?: string): Problem | null;
  undo(): void;
  redo(): void;
  /** Call it when a field loses the focus: typing in it again is then another step of Undo. */
  seal(): void;
  /**
   * Letters typed in one field in a row are one step of Undo; so are a part just added and what is
   * first put into it. Any other change is one.
   */
  updateSettings(nodeId: string, settings: JsonObject): Problem | null;
  rename(nodeId: string, name: string): Problem | null;
  checkProblems(): void;
  setSaveState(state: SaveState, detail?: string): void;
  saved(sent: GraphDocument, draft: SavedDraft): void;
  /** Puts another draft in place of this one: theirs after a conflict, or a restored version. */
  replaceDraft(draft: SavedDraft): void;
  setWorkflow(workflow: Partial<DocumentState['workflow']>): void;

  select(nodes: Iterable<string>, edges?: Iterable<string>): void;
  /** Shows a step's settings, and leads to one field of it. Null closes the dock. */
  openNode(nodeId: string | null, field?: string): void;
  setSample(requestId: string | null): void;
  setPasted(pasted: ViewState['pasted']): void;
  /** Undefined takes the pin out. */
  setPin(nodeId: string, output: Json | undefined): void;
  setEffects(effects: ViewState['effects']): void;
  /** On a small screen the canvas is for looking and tapping. */
  setSmall(isSmall: boolean): void;
  startRenaming(nodeId: string | null): void;
  openMenu(menu: CanvasMenu | null): void;
  showErrorPort(nodeId: string): void;
  /** For screen readers alone. */
  speak(text: string): void;
  /** For everybody: why something was refused. */
  tell(text: string): void;

  /** `picked`: a person asked for it. Without it, only the run that is shown gets its details. */
  showRun(detail: RunDetail, picked: boolean): void;
  /** A live notice. False where it is of a run that isn't shown. */
  follow(notice: LiveNotice): boolean;
  /** What is shown may make place for what comes next: a test is about to start. */
  awaitRun(): void;
  setFollowing(following: boolean): void;
  hideRun(): void;
};

export type EditorState = DocumentState & ViewState & OverlayState & EditorActions;
export type EditorStore = StoreApi<EditorState>;

export type OpenEditor = {
  workflow: OpenedWorkflow;
  role: MemberRole;
  sampleRequestId: string | null;
};

/** One store per open editor: what is saved, what is looked at, and the run over it. */
export function createEditorStore({ workflow, role, sampleRequestId }: OpenEditor): EditorStore {
  return createStore<EditorState>()((set, get) => ({
    ...openDocument(workflow),
    ...openView(role, sampleRequestId),
    ...noOverlay,
    ...documentActions(set, get),
    ...viewActions(set, get),
    ...overlayActions(set, get),
  }));
}

type StoreSet = StoreApi<EditorState>['setState'];
type StoreGet = StoreApi<EditorState>['getState'];

function documentActions(set: StoreSet, get: StoreGet) {
  const change = (next: Pick<DocumentState, 'graph' | 'past' | 'future'> | undefined) => {
    if (!next) return;
    const ids = new Set(next.graph.nodes.map(({ id }) => id));
    set((state) => ({ ...next, ...keepExisting(state, (id) => ids.has(id)) }));
  };
  const enter = (edit: Edit, given: EditKey): Problem | null => {
    const result: Edited = edited(get(), edit, given);
    if (!result.ok) return result.problem;
    change(result.state);
    return null;
  };
  const apply = (edit: Edit, key?: string) => enter(edit, { key });
  return {
    apply,
    undo: () => change(undone(get())),
    redo: () => change(redone(get())),
    seal: () => set((state) => ({ past: sealed(state.past) })),
    updateSettings: (nodeId: string, settings: JsonObject) => {
      const { edit, given } = settingsEdit(get().graph, nodeId, settings);
      return enter(edit, given);
    },
    rename: (nodeId: string, name: string) =>
      apply({ kind: 'rename', id: nodeId, name }, `${nodeId} name`),
    checkProblems: () => set((state) => ({ problems: mergedProblems(state.graph, state) })),
    setSaveState: (saveState: SaveState, detail?: string) =>
      set({ saveState, saveProblem: detail ?? null }),
    saved: (sent: GraphDocument, draft: SavedDraft) =>
      set((state) => afterSave(state, sent, draft)),
    replaceDraft: (draft: SavedDraft) => {
      const { graph, revision, endpoints, problems } = draft;
      change({ graph, past: [], future: [] });
      set({ revision, endpoints, problems, saveState: 'saved', saveProblem: null });
    },
    setWorkflow: (workflow: Partial<DocumentState['workflow']>) =>
      set((state) => ({ workflow: { ...state.workflow, ...workflow } })),
  };
}

function viewActions(set: StoreSet, get: StoreGet) {
  return {
    select: (nodes: Iterable<string>, edges: Iterable<string> = []) =>
      set({ selection: new Set(nodes), selectedEdges: new Set(edges) }),
    openNode: (openNodeId: string | null, field?: string) =>
      set({ openNodeId, openField: field ?? null }),
    setSample: (sampleRequestId: string | null) => set({ sampleRequestId, pasted: null }),
    setPasted: (pasted: ViewState['pasted']) => set({ pasted }),
    setPin: (nodeId: string, output: Json | undefined) =>
      set(({ pins }) => {
        const next = new Map(pins);
        if (output === undefined) next.delete(nodeId);
        else next.set(nodeId, output);
        return { pins: next };
      }),
    setEffects: (effects: ViewState['effects']) => set({ effects }),
    setSmall: (isSmall: boolean) => set({ canDrag: get().canEdit && !isSmall }),
    startRenaming: (renamingId: string | null) => set({ renamingId }),
    openMenu: (menu: CanvasMenu | null) => set({ menu }),
    showErrorPort: (nodeId: string) =>
      set((state) => ({ errorPorts: new Set([...state.errorPorts, nodeId]) })),
    speak: (text: string) => set((state) => spoken(state, text, false)),
    tell: (text: string) => set((state) => spoken(state, text, true)),
  };
}

function spoken(state: ViewState, text: string, shown: boolean) {
  return { spoken: { text, key: state.spoken.key + 1, shown } };
}
