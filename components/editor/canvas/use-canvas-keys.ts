'use client';

import { type KeyboardEvent as ReactKeyboardEvent, useCallback } from 'react';
import { useReactFlow } from 'reactflow';
import type { EditorStore } from '#components/editor/store/create-editor-store.ts';
import { useEditorStore } from '#components/editor/store/editor-store.tsx';
import { areSingleKeysOn } from '#components/shell/single-keys.ts';
import { useText } from '#components/text.tsx';
import { onceDrawn } from '#components/ui/focus.ts';
import type { Text } from '#lib/i18n/text.ts';
import { focusNewStep, focusSettings } from '../focus/elements.ts';
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
import { useShowStep } from './use-show-step.ts';
import { useStrayKeys } from './use-stray-keys.ts';

type Flow = Pick<ReturnType<typeof useReactFlow>, 'fitView' | 'zoomIn' | 'zoomOut'>;
type At = {
  store: EditorStore;
  text: Text;
  flow: Flow;
  place: { x: number; y: number };
  addNote: () => void;
  showStep: (id: string) => void;
};
type Act = (at: At) => void;

/** By `key`, with the modifiers in front: `mod+shift+z`. */
const looking: Readonly<Record<string, Act>> = {
  enter: ({ store }) => {
    store.getState().openNode(onlySelected(store));
    onceDrawn(focusSettings);
  },
  escape: ({ store }) => backOut(store),
  f: ({ store, place }) => store.getState().openMenu({ kind: 'find', ...place }),
  'shift+!': ({ flow }) => void flow.fitView({ maxZoom: 1, padding: 0.15 }),
  'shift+1': ({ flow }) => void flow.fitView({ maxZoom: 1, padding: 0.15 }),
  '+': (at) => zoomIn(at),
  'shift++': (at) => zoomIn(at),
  '-': ({ flow }) => void flow.zoomOut(),
  'mod+a': ({ store }) => selectAll(store),
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
  x: ({ store, place }) => {
    const nodeId = onlySelected(store);
    if (nodeId) store.getState().openMenu({ kind: 'disconnect', nodeId, ...place });
  },
  d: ({ store }) => toggleDisabled(store),
  n: ({ addNote }) => addNote(),
  f2: ({ store }) => store.getState().startRenaming(onlySelected(store)),
  backspace: remove,
  delete: remove,
  'mod+d': ({ store }) => duplicateSteps(store, store.getState().selection),
  'mod+v': ({ store, text }) => void pasteClipboard(store, text),
  'shift+t': ({ store }) => void tidyUp(store),
  arrowleft: (at) => move(at, -20, 0),
  arrowright: (at) => move(at, 20, 0),
  arrowup: (at) => move(at, 0, -20),
  arrowdown: (at) => move(at, 0, 20),
  'shift+arrowleft': (at) => move(at, -100, 0),
  'shift+arrowright': (at) => move(at, 100, 0),
  'shift+arrowup': (at) => move(at, 0, -100),
  'shift+arrowdown': (at) => move(at, 0, 100),
};

const fields = 'input, textarea, select, [contenteditable="true"], [role="dialog"]';

/** For the canvas: what its keys do, also while the focus is nowhere. */
export function useCanvasKeys() {
  const text = useText();
  const store = useEditorStore();
  const flow = useReactFlow();
  const addNote = useAddNote();
  const showStep = useShowStep();
  const press = useCallback(
    (event: KeyboardEvent, canvas: HTMLElement) => {
      const target = event.target as HTMLElement;
      if (target.closest(fields)) return;
      const box = (target.closest('.react-flow__node') ?? canvas).getBoundingClientRect();
      const place = { x: box.left + 24, y: box.top + 56 };
      const at: At = { store, text, flow, place, addNote, showStep };
      const name = keyName(event);
      const tab = { tab: 1, 'shift+tab': -1 }[name];
      if (tab) {
        if (focusNext(at, target, tab)) event.preventDefault();
        return;
      }
      const act = actionOf(event, store.getState().canEdit);
      if (!act) return;
      event.preventDefault();
      act(at);
    },
    [store, text, flow, addNote, showStep],
  );
  const ref = useStrayKeys(press);
  const onKeyDown = (event: ReactKeyboardEvent<HTMLElement>) =>
    press(event.nativeEvent, event.currentTarget);
  return { ref, onKeyDown };
}

/** Enter on a button presses the button. */
function actionOf(event: KeyboardEvent, canEdit: boolean): Act | undefined {
  const name = keyName(event);
  const target = event.target as HTMLElement;
  const isSingle = [...name.replace('shift+', '')].length === 1;
  if (isSingle && !areSingleKeysOn()) return undefined;
  if (name === 'enter' && target.closest('button, [role="button"]')) return undefined;
  // A key held down must not take away one step after the other.
  if (event.repeat && editing[name] === remove) return undefined;
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
function move({ store, showStep }: At, dx: number, dy: number): void {
  const { graph, selection, apply } = store.getState();
  const positions = graph.nodes
    .filter(({ id }) => selection.has(id))
    .map(({ id, position }) => ({ id, x: position.x + dx, y: position.y + dy }));
  if (positions.length > 0) apply({ kind: 'move', positions }, `move ${[...selection].join()}`);
  const [first] = selection;
  if (first !== undefined) showStep(first);
}

/** The selected step stays in sight: off the page it would lose the focus. */
function zoomIn({ store, flow, showStep }: At): void {
  const [first] = store.getState().selection;
  void flow.zoomIn().then(() => first !== undefined && showStep(first));
}

function selectAll(store: EditorStore): void {
  const { graph, select } = store.getState();
  select(graph.nodes.map(({ id }) => id));
}

/** Closes what is open, then lets go of the selection. */
function backOut(store: EditorStore): void {
  const { openNodeId, openNode, select } = store.getState();
  if (openNodeId === null) select([]);
  else openNode(null);
}

/** The next step along the wires; false at either end, where Tab leaves the canvas. */
function focusNext({ store, showStep }: At, from: HTMLElement, by: number): boolean {
  const { graph, select } = store.getState();
  const order = stepOrder(graph);
  const isCanvas = from.matches('[data-editor-part="canvas"]');
  const step = from.closest('.react-flow__node-step')?.getAttribute('data-id');
  const here = step ?? (isCanvas ? onlySelected(store) : null);
  if (!here) return false;
  const next = order[order.indexOf(here) + by];
  if (!next) return false;
  select([next]);
  showStep(next);
  focusNewStep(next);
  return true;
}
