'use client';

import { useId, useState } from 'react';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import type { Json } from '#lib/core/json.ts';
import { usePanel } from './panel-context.tsx';

export type RawJsonProps = { value: Json; onChange: (value: Json) => void };

/** A value as it is written down, for what no field can show. */
export function RawJson({ value, onChange }: RawJsonProps) {
  const text = useText();
  const { canEdit } = usePanel();
  const id = useId();
  const [typed, setTyped] = useState(() => JSON.stringify(value, null, 2));
  const [problem, setProblem] = useState('');
  const apply = () => {
    try {
      onChange(JSON.parse(typed) as Json);
    } catch (cause) {
      setProblem(text('panel.input.notJson', { detail: (cause as Error).message }));
    }
  };
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-meta text-text-2">
        {text('panel.json')}
      </label>
      <TextArea
        id={id}
        mono
        rows={8}
        readOnly={!canEdit}
        data-undo="own"
        value={typed}
        aria-invalid={problem !== ''}
        onChange={({ target }) => {
          setTyped(target.value);
          setProblem('');
        }}
      />
      {problem && (
        <p role="alert" className="text-bad text-meta">
          {problem}
        </p>
      )}
      {canEdit && (
        <Button className="self-start" onClick={apply}>
          {text('panel.json.apply')}
        </Button>
      )}
    </div>
  );
}
