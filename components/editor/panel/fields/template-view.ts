import {
  acceptCompletion,
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  startCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  placeholder,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { focusPicker } from '#components/editor/focus/elements.ts';
import { templateMarks } from '#components/values/template-marks.ts';
import type { Json } from '#lib/core/json.ts';
import { changeBetween } from '../model/change-between.ts';
import { completeTemplate } from '../model/completion.ts';
import type { Caret } from './template-props.ts';

type Insertion = (insert: (text: string) => void) => void;

/** Read at the moment something happens, so that the editor is never made anew for a keystroke. */
export type EditorHooks = {
  value: string;
  onChange: (value: string) => void;
  scope: Readonly<Record<string, Json>>;
  onInsertTarget: Insertion;
  onInsertGone: Insertion;
  placeholder?: string;
  'aria-describedby'?: string;
};
export type EditorSetup = {
  latest: { readonly current: EditorHooks };
  multiline: boolean;
  label: string;
  canEdit: boolean;
};
export type TemplateView = {
  setText: (text: string) => void;
  focusAt: (caret: Caret) => void;
  destroy: () => void;
};

export function makeEditor(parent: HTMLElement, setup: EditorSetup): TemplateView {
  const { latest } = setup;
  const doc = latest.current.value;
  // Who comes by Tab goes on at the end.
  const selection = { anchor: doc.length };
  const insertHere = (text: string) => insert(view, text);
  const view: EditorView = new EditorView({
    parent,
    state: EditorState.create({ doc, selection, extensions: extensions(setup, insertHere) }),
  });
  return {
    setText(text) {
      const change = changeBetween(view.state.doc.toString(), text);
      if (!change) return;
      // The cursor goes to where the text changed, as after any Undo.
      const anchor = change.from + change.insert.length;
      view.dispatch({ changes: change, selection: { anchor } });
    },
    focusAt({ from, to }) {
      view.dispatch({ selection: { anchor: from, head: to } });
      view.focus();
    },
    destroy() {
      latest.current.onInsertGone(insertHere);
      view.destroy();
    },
  };
}

function extensions(
  { latest, multiline, label, canEdit }: EditorSetup,
  insertHere: (text: string) => void,
): Extension[] {
  const described = latest.current['aria-describedby'];
  return [
    autocompletion({ override: [(context) => complete(context, latest.current.scope)] }),
    keymap.of([
      { key: 'Tab', run: acceptCompletion },
      { key: 'Mod-i', run: focusPicker },
      ...(multiline ? [] : [{ key: 'Enter', run: () => true }]),
      ...defaultKeymap,
    ]),
    chips,
    look,
    EditorView.lineWrapping,
    EditorState.readOnly.of(!canEdit),
    EditorView.contentAttributes.of({
      'aria-label': label,
      ...(described && { 'aria-describedby': described }),
    }),
    placeholder(latest.current.placeholder ?? ''),
    ...(multiline ? [] : [oneLine]),
    EditorView.updateListener.of((update) => {
      told(update, latest.current);
      if (update.focusChanged && update.view.hasFocus) latest.current.onInsertTarget(insertHere);
    }),
  ];
}

function told(update: ViewUpdate, hooks: EditorHooks): void {
  const text = update.state.doc.toString();
  if (update.docChanged && text !== hooks.value) hooks.onChange(text);
}

function insert(view: EditorView, text: string): void {
  if (view.state.readOnly) return;
  // Leaving another field ends what was typed there, before this one changes.
  view.focus();
  view.dispatch(view.state.replaceSelection(text));
}

/** Pasted lines become one: a header or an address has no second line. */
const oneLine = EditorState.transactionFilter.of((transaction) =>
  transaction.newDoc.lines > 1
    ? [
        transaction,
        {
          changes: {
            from: 0,
            to: transaction.newDoc.length,
            insert: transaction.newDoc.toString().replaceAll(/\s*\n\s*/g, ' '),
          },
          sequential: true,
        },
      ]
    : transaction,
);

function complete(
  context: CompletionContext,
  scope: Readonly<Record<string, Json>>,
): CompletionResult | null {
  const found = completeTemplate(context.state.sliceDoc(0, context.pos), scope);
  if (!found) return null;
  const closed = context.state.sliceDoc(context.pos).trimStart().startsWith('}}');
  return {
    from: found.from,
    filter: false,
    options: found.options.map(({ text, detail, container }) => ({
      label: text,
      detail,
      apply: (view, ...[, from, to]) => {
        const tag = container || closed ? text : `${text}}}`;
        view.dispatch({
          changes: { from, to, insert: tag },
          selection: { anchor: from + tag.length },
        });
        if (container) startCompletion(view);
      },
    })),
  };
}

const chip = Decoration.mark({ class: 'cm-chip' });
const broken = Decoration.mark({ class: 'cm-chip cm-chip-broken' });

const chips = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = marksOf(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged) this.decorations = marksOf(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function marksOf(view: EditorView): DecorationSet {
  const marks = templateMarks(view.state.doc.toString());
  return Decoration.set(marks.map(({ from, to, path }) => (path ? chip : broken).range(from, to)));
}

const look = EditorView.theme({
  '&': { fontSize: '12px', minHeight: '30px', color: 'var(--fg)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': {
    fontFamily: 'var(--font-mono, monospace)',
    padding: '5px 4px',
    caretColor: 'var(--fg)',
  },
  '.cm-line': { lineHeight: '20px' },
  '.cm-cursor': { borderLeftColor: 'var(--fg)' },
  '.cm-placeholder': { color: 'var(--fg-3)' },
  '.cm-chip': {
    background: 'var(--accent-soft)',
    color: 'var(--accent)',
    borderRadius: '4px',
    boxShadow: 'inset 0 0 0 1px var(--accent-line)',
    padding: '1px 2px',
  },
  '.cm-chip-broken': {
    background: 'var(--bad-soft)',
    color: 'var(--bad)',
    boxShadow: 'inset 0 0 0 1px var(--bad-line)',
  },
  '.cm-tooltip': {
    background: 'var(--raised)',
    color: 'var(--fg)',
    border: '1px solid var(--line-2)',
    borderRadius: '6px',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    background: 'var(--accent-soft)',
    color: 'var(--accent)',
  },
  '.cm-completionDetail': { color: 'var(--fg-3)', fontStyle: 'normal', marginLeft: '12px' },
});
