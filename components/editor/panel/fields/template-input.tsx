'use client';

import { lazy, type RefObject, Suspense, useLayoutEffect, useRef } from 'react';
import { useIsLive } from '#components/ui/use-is-live.ts';
import { LiveLine } from './live-line.tsx';
import { usePanel } from './panel-context.tsx';
import { controlClass } from './setting.tsx';
import type { Caret, TemplateInputProps } from './template-props.ts';

const TemplateEditor = lazy(async () => ({
  default: (await import('./template-editor.tsx')).TemplateEditor,
}));

/** A text with `{{…}}` inside, and what it comes to. Plain to type in until the editor has loaded. */
export function TemplateInput({ fill = 'value', ...props }: TemplateInputProps) {
  const live = useIsLive();
  const caret = useRef<Caret>(null);
  const plain = <PlainInput {...props} caret={caret} />;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-0.5">
      {live ? (
        <Suspense fallback={plain}>
          <TemplateEditor {...props} caret={caret} />
        </Suspense>
      ) : (
        plain
      )}
      <LiveLine value={props.value} fill={fill} />
    </div>
  );
}

type PlainInputProps = TemplateInputProps & { caret: RefObject<Caret | null> };

function PlainInput({ label, value, onChange, multiline, caret, ...rest }: PlainInputProps) {
  const { canEdit } = usePanel();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = field.current;
    return () => {
      const from = element === document.activeElement ? element?.selectionStart : null;
      caret.current = from == null ? null : { from, to: element?.selectionEnd ?? from };
    };
  }, [caret]);
  const common = {
    ...rest,
    ref: field,
    'aria-label': label,
    value,
    disabled: !canEdit,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  if (!multiline) return <input {...common} className={controlClass} />;
  return <textarea {...common} rows={4} className={`${controlClass} h-auto py-1 font-mono`} />;
}
