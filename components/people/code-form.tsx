'use client';

import { useState } from 'react';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { CodeInput } from '../ui/code-input.tsx';
import { Field } from '../ui/field.tsx';

const complete = 8;

/** Asks for the one-time code, then opens the same address that the server printed. */
export function CodeForm({ error }: { error: string | undefined }) {
  const text = useText();
  const [code, setCode] = useState('');
  const ready = code.length === complete;
  return (
    <form
      action="/start"
      method="get"
      onSubmit={(event) => ready || event.preventDefault()}
      className="mt-[22px] flex flex-col gap-3.5"
    >
      <Alert message={error} />
      <Field
        label={text('field.code')}
        aside={
          <span className="text-meta text-text-3 tabular-nums">
            {text('code.count', { count: code.length })}
          </span>
        }
        hint={text('code.hint')}
      >
        {(control) => <CodeInput {...control} name="code" value={code} onChange={setCode} />}
      </Field>
      <Button type="submit" variant="primary" size="lg" aria-disabled={!ready} className="mt-1.5">
        {text('code.submit')}
      </Button>
    </form>
  );
}
