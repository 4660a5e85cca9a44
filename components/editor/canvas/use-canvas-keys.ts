'use client';

import { type KeyboardEvent as ReactKeyboardEvent, useCallback } from 'react';
import { useReactFlow } from 'reactflow';
import type { EditorStore } from '#components/editor/store/create-editor-store.ts';
import { useEditorStore } from '#components/editor/store/editor-store.tsx';
import { areSingleKeysOn } from '#components/shell/single-keys.ts';
import { useText } from '#components/text.tsx';
import type { Text } from '#lib/i18n/text.ts';
import { stepOrder } from './flow-elements.ts';
import {
  copySelection,
  duplicateSteps,
  pasteClipboard,
  removeSteps,
  targetAfterSelection,
  tidyUp,
} from './step-actions.ts';
import { useAddNote } from './use-add-note.ts';
import { useStrayKeys } from './use-stray-keys.ts';

type Flow = Pick<
  ReturnType<typeof useReactFlow>,
  'fitView' | 'zoomIn' | 'zoomOut' | 'setCenter' | 'getZoom'
>;
type At = {
  store: EditorStore;
  text: Text;
  flow: Flow;
  place: { x: number; y: number };
  addNote: () => void;
};
type Act = (at: At) => void;

/** By `key`, with the modifiers in front: `mod+shift+z`. */
const looking: Readonly<Record<string, Act>> = {
  enter: ({ store }) => store.getState().openNode(onlySelected(store)),
  f: ({ store, place }) => store.getState().openMenu({ kind: 'find', ...place }),
  'shift+!': ({ flow }) => void flow.fitView({ maxZoom: 1, padding: 0.15 }),
  'shift+1': ({ flow }) => void flow.fitView({ maxZoom: 1, padding: 0.15 }),
  '+': ({ flow }) => void flow.zoomIn(),
  'shift++': ({ flow }) => void flow.zoomIn(),
  '-': ({ flow }) => void flow.zoomOut(),
  'mod+c': ({ store, text }) => void copySelection(store, text),
};

const openAdd: Act = ({ store, place }) =>
  store.getState().openMenu({ kind: 'add', target: targetAfterSelection(store), ...place });
const remove: Act = ({ store, text }) => removeSteps(store, text);

const editing: Readonly<Record<string, Act>> = {
  a: openAdd,
  '/': openAdd,
  c: ({ store, place }) => {
    const nodeId = onlySelected(store);
    if (nodeId) store.getState().openMenu({ kind: 'connect', nodeId, ...place });
  },
  d: ({ store }) => toggleDisabled(store),
  n: ({ addNote }) => addNote(),
  f2: ({ store }) => store.getState().startRenaming(onlySelected(store)),
  backspace: remove,
  delete: remove,
  'mod+d': ({ store }) => duplicateSteps(store, store.getState().selection),
  'mod+v': ({ store, text }) => void pasteClipboard(store, text),
  'shift+t': ({ store }) => void tidyUp(store),
  arrowleft: ({ store }) => move(store, -20, 0),
  arrowright: ({ store }) => move(store, 20, 0),
  arrowup: ({ store }) => move(store, 0, -20),
  arrowdown: ({ store }) => move(store, 0, 20),
  'shift+arrowleft': ({ store }) => move(store, -100, 0),
  'shift+arrowright': ({ store }) => move(store, 100, 0),
  'shift+arrowup': ({ store }) => move(store, 0, -100),
  'shift+arrowdown': ({ store }) => move(store, 0, 100),
};

const fields = 'input, textarea, select, [contenteditable="true"], [role="dialog"]';

/** For the canvas: what its keys do, also while the focus is nowhere. */
export function useCanvasKeys() {
  const text = useText();
  const store = useEditorStore();
  const flow = useReactFlow();
  const addNote = useAddNote();
  const press = useCallback(
    (event: KeyboardEvent, canvas: HTMLElement) => {
      const target = event.target as HTMLElement;
      if (target.closest(fields)) return;
      const box = (target.closest('.react-flow__node') ?? canvas).getBoundingClientRect();
      const place = { x: box.left + 24, y: box.top + 56 };
      const at: At = { store, text, flow, place, addNote };
      const name = keyName(event);
      const tab = { tab: 1, 'shift+tab': -1 }[name];
      if (tab) {
        if (focusNext(at, target, tab)) event.preventDefault();
        return;
      }
      const act = actionOf(name, target, store.getState().canEdit);
      if (!act) return;
      event.preventDefault();
      act(at);
    },
    [store, text, flow, addNote],
  );
  const ref = useStrayKeys(press);
  const onKeyDown = (event: ReactKeyboardEvent<HTMLElement>) =>
    press(event.nativeEvent, event.currentTarget);
  return { ref, onKeyDown };
}

/** Enter on a button presses the button. */
function actionOf(name: string, target: HTMLElement, canEdit: boolean): Act | undefined {
  const isSingle = [...name.replace('shift+', '')].length === 1;
  if (isSingle && !areSingleKeysOn()) return undefined;
  if (name === 'enter' && target.closest('button, [role="button"]')) return undefined;
  return looking[name] ?? (canEdit ? editing[name] : undefined);
}

function keyName(event: KeyboardEvent): string {
  const mod = event.metaKey || event.ctrlKey ? 'mod+' : '';
  return `${mod}${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`;
}

function onlySelected(store: EditorStore): string | null {
  const { selection } = store.getState();
  const [only] = selection;
  return selection.size === 1 && only !== undefined ? only : null;
}

function toggleDisabled(store: EditorStore): void {
  const { graph, selection, apply } = store.getState();
  const chosen = graph.nodes.filter(({ id }) => selection.has(id));
  const disabled = chosen.some((node) => !node.disabled);
  apply({ kind: 'batch', edits: chosen.map(({ id }) => ({ kind: 'set_disabled', id, disabled })) });
}

/** Steps moved by keys in a row are one step of Undo. */
function move(store: EditorStore, dx: number, dy: number): void {
  const { graph, selection, apply } = store.getState();
  const positions = graph.nodes
    .filter(({ id }) => selection.has(id))
    .map(({ id, position }) => ({ id, x: position.x + dx, y: position.y + dy }));
  if (positions.length > 0) apply({ kind: 'move', positions }, `move ${[...selection].join()}`);
}

/** The next step along the wires; false at either end, where Tab leaves the canvas. */
function focusNext({ store, flow }: At, from: HTMLElement, by: number): boolean {
  const { graph, select } = store.getState();
  const order = stepOrder(graph);
  const here = from.closest('.react-flow__node')?.getAttribute('data-id');
  if (!here) return false;
  const next = order[order.indexOf(here) + by];
  const node = graph.nodes.find(({ id }) => id === next);
  if (!next || !node) return false;
  select([next]);
  const { x, y } = node.position;
  const drawn = focusStep(next);
  if (!drawn) {
    void flow.setCenter(x + 92, y + 46, { zoom: flow.getZoom() });
    requestAnimationFrame(() => requestAnimationFrame(() => focusStep(next)));
  }
  return true;
}

/** The name that a screen reader says holds the position: `2 of 7`. */
export function focusStep(id: string): boolean {
  const element = document.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`);
  element?.focus({ preventScroll: true });
  return element !== null;
}
