'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { LiveLine } from './live-line.tsx';
import { usePanel } from './panel-context.tsx';
import { controlClass } from './setting.tsx';
import type { TemplateInputProps } from './template-props.ts';

const TemplateEditor = lazy(async () => ({
  default: (await import('./template-editor.tsx')).TemplateEditor,
}));

/** A text with `{{…}}` inside, and what it comes to. Plain to type in until the editor has loaded. */
export function TemplateInput({ fill = 'value', ...props }: TemplateInputProps) {
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  const plain = <PlainInput {...props} />;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-0.5">
      {mounted ? (
        <Suspense fallback={plain}>
          <TemplateEditor {...props} />
        </Suspense>
      ) : (
        plain
      )}
      <LiveLine value={props.value} fill={fill} />
    </div>
  );
}

function PlainInput({ label, value, onChange, multiline, ...rest }: TemplateInputProps) {
  const { canEdit } = usePanel();
  const common = {
    ...rest,
    'aria-label': label,
    value,
    disabled: !canEdit,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  if (!multiline) return <input {...common} className={controlClass} />;
  return <textarea {...common} rows={4} className={`${controlClass} h-auto py-1 font-mono`} />;
}
