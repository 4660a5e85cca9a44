'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { usePanel } from './panel-context.tsx';
import type { Caret, TemplateInputProps } from './template-props.ts';
import { type EditorHooks, makeEditor, type TemplateView } from './template-view.ts';

/** CodeMirror behind a React face: the view lives as long as the field, the newest props are read when needed. */
export function TemplateEditor(props: TemplateInputProps & { caret: RefObject<Caret | null> }) {
  const panel = usePanel();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<TemplateView>(null);
  const latest = useRef<EditorHooks>({ ...props, ...panel });
  latest.current = { ...props, ...panel };
  const { multiline = false, label, caret } = props;
  const { canEdit } = panel;

  // Before a frame is drawn: the next key belongs to it.
  useLayoutEffect(() => {
    if (!host.current) return;
    const made = makeEditor(host.current, { latest, multiline, label, canEdit });
    view.current = made;
    if (caret.current) made.focusAt(caret.current);
    caret.current = null;
    return () => made.destroy();
  }, [multiline, label, canEdit, caret]);
  useEffect(() => view.current?.setText(props.value), [props.value]);

  return (
    <div
      ref={host}
      data-template
      aria-invalid={props['aria-invalid']}
      className="min-w-0 rounded-sm bg-input font-mono text-meta inset-ring inset-ring-line-field has-focus:inset-ring-focus has-focus:ring-2 has-focus:ring-focus/30 aria-invalid:inset-ring-bad-solid"
    />
  );
}
