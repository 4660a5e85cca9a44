'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { type ApiFailure, callApi } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useToast } from '../ui/toast.tsx';

export type NameFormProps = {
  label: string;
  hint?: string;
  initial: string;
  /** Takes `{name}` by PATCH. */
  path: string;
  verb: string;
  saved: (name: string) => string;
  /** Why it can't be changed. */
  locked?: string | undefined;
};

/** One name and its button. What stands around the page shows it, so that is drawn anew. */
export function NameForm({ label, hint, initial, path, verb, saved, locked }: NameFormProps) {
  const text = useText();
  const toast = useToast();
  const router = useRouter();
  const [name, setName] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  const changed = name.trim() !== initial && name.trim() !== '';

  async function save(): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    const answer = await callApi(path, { method: 'PATCH', body: { name } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast({ title: saved(name.trim()) });
    router.refresh();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (changed && !busy) void save();
  }

  const problem = failure && (failure.errors[0]?.message ?? failureWords(failure, text));
  return (
    <form onSubmit={submit} className="flex max-w-[440px] flex-col items-start gap-3.5">
      <div className="w-full">
        <Field label={label} hint={locked ?? hint} error={problem}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={100}
              readOnly={locked !== undefined}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </div>
      {locked === undefined && (
        <Button type="submit" aria-disabled={!changed} busyLabel={busy && text('ui.saving')}>
          {verb}
        </Button>
      )}
    </form>
  );
}
