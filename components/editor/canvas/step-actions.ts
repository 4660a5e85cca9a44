import { focusNewStep } from '#components/editor/focus/elements.ts';
import { addStepEdit } from '#components/editor/graph/add-step.ts';
import { graphText, pasteEdit } from '#components/editor/graph/paste.ts';
import { tidyEdit } from '#components/editor/graph/tidy.ts';
import { wireProblem } from '#components/editor/graph/wire-problem.ts';
import type { EditorStore } from '#components/editor/store/create-editor-store.ts';
import type { AddTarget } from '#components/editor/store/view.ts';
import { stepTypeName } from '#components/steps/step-words.ts';
import { copyText } from '#components/ui/copy-text.ts';
import type { PortRef } from '#lib/core/graph/document.ts';
import type { Text } from '#lib/i18n/text.ts';

/** What mouse, keys and menus do to the steps. Each says what it did, or why it didn't. */
export function addStep(
  store: EditorStore,
  text: Text,
  wanted: { type: string; target: AddTarget },
) {
  const { graph, apply, select, openNode, speak, tell } = store.getState();
  const { edit, id } = addStepEdit(graph, {
    ...wanted,
    name: stepTypeName(wanted.type, text),
  });
  const problem = apply(edit);
  if (problem) return tell(problem.detail);
  select([id]);
  openNode(id);
  const name = store.getState().graph.nodes.find((node) => node.id === id)?.name ?? id;
  speak(text('editor.said.added', { name }));
}

/** After the one selected step, else below everything. */
export function targetAfterSelection(store: EditorStore): AddTarget {
  const { graph, selection } = store.getState();
  const [only] = selection;
  if (only !== undefined && selection.size === 1) return { kind: 'after', nodeId: only };
  const bottom = Math.max(-112, ...graph.nodes.map(({ position }) => position.y));
  const left = Math.min(...graph.nodes.map(({ position }) => position.x));
  return { kind: 'at', at: { x: Number.isFinite(left) ? left : 0, y: bottom + 112 } };
}

export function connectSteps(store: EditorStore, text: Text, wire: { from: PortRef; to: PortRef }) {
  const { graph, apply, speak, tell } = store.getState();
  const refusal = wireProblem(graph, wire.from, wire.to);
  if (refusal) return tell(refusal);
  const problem = apply({ kind: 'connect', ...wire });
  if (problem) return tell(problem.detail);
  const name = graph.nodes.find(({ id }) => id === wire.to.node)?.name ?? wire.to.node;
  speak(text('editor.said.connected', { name }));
}

export function disconnectSteps(store: EditorStore, text: Text, edgeId: string) {
  const { apply, speak } = store.getState();
  apply({ kind: 'disconnect', ids: [edgeId] });
  speak(text('editor.said.disconnected'));
}

/** The selected steps and wires. */
export function removeSteps(store: EditorStore, text: Text) {
  const { graph, selection, selectedEdges, apply, speak, select } = store.getState();
  const wires = graph.edges
    .filter(({ id, from, to }) => {
      return selectedEdges.has(id) && !selection.has(from.node) && !selection.has(to.node);
    })
    .map(({ id }) => id);
  const count = selection.size + wires.length;
  if (count === 0) return;
  apply({
    kind: 'batch',
    edits: [
      { kind: 'disconnect', ids: wires },
      { kind: 'remove_nodes', ids: [...selection] },
    ],
  });
  select([]);
  speak(text('editor.said.removed', { count }));
}

export function duplicateSteps(store: EditorStore, ids: Iterable<string>) {
  const { graph } = store.getState();
  pasteText(store, graphText(graph, new Set(ids)));
}

/** False where the text holds no steps. */
function pasteText(store: EditorStore, copied: string): boolean {
  const { graph, apply, select, tell } = store.getState();
  const paste = pasteEdit(graph, copied);
  if (!paste) return false;
  const problem = apply(paste.edit);
  if (problem) {
    tell(problem.detail);
    return true;
  }
  select(paste.ids);
  const [first = ''] = paste.ids;
  focusNewStep(first);
  return true;
}

export async function copySelection(store: EditorStore, text: Text) {
  const { graph, selection, speak, tell } = store.getState();
  if (selection.size === 0) return;
  if (await copyText(graphText(graph, selection))) {
    speak(text('editor.said.copied', { count: selection.size }));
  } else {
    tell(text('editor.said.clipboard'));
  }
}

export async function pasteClipboard(store: EditorStore, text: Text) {
  try {
    const copied = await navigator.clipboard.readText();
    if (!pasteText(store, copied)) store.getState().tell(text('editor.said.pasteNothing'));
  } catch {
    store.getState().tell(text('editor.said.clipboard'));
  }
}

export async function tidyUp(store: EditorStore) {
  const { graph } = store.getState();
  if (graph.nodes.length === 0) return;
  const edit = await tidyEdit(graph);
  // Who edited on meanwhile keeps that; a layout of another graph would be wrong.
  if (store.getState().graph === graph) store.getState().apply(edit);
}
