'use client';

import { useEffect, useRef } from 'react';
import { usePanel } from './panel-context.tsx';
import type { TemplateInputProps } from './template-props.ts';
import { type EditorHooks, makeEditor, type TemplateView } from './template-view.ts';

/** CodeMirror behind a React face: the view lives as long as the field, the newest props are read when needed. */
export function TemplateEditor(props: TemplateInputProps) {
  const panel = usePanel();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<TemplateView>(null);
  const latest = useRef<EditorHooks>({ ...props, ...panel });
  latest.current = { ...props, ...panel };
  const { multiline = false, label } = props;
  const { canEdit } = panel;

  useEffect(() => {
    if (!host.current) return;
    const made = makeEditor(host.current, { latest, multiline, label, canEdit });
    view.current = made;
    return () => made.destroy();
  }, [multiline, label, canEdit]);
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
