'use client';

import { type FormEvent, useId, useState } from 'react';
import { type MemberRole, roles } from '#lib/core/principal.ts';
import { type ApiFailure, callApi } from '../../api/call-api.ts';
import { failureWords } from '../../api/failure-words.ts';
import { refresh } from '../../api/use-read.ts';
import { useText } from '../../text.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Select } from '../../ui/select.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { TextInput } from '../../ui/text-input.tsx';

const lives = ['never', '7', '30', '90', '365'] as const;
type Life = (typeof lives)[number];
const dayMs = 86_400_000;

/** Makes a token, then shows its value this once. */
export function NewToken({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const text = useText();
  const formId = useId();
  const form = useNewToken();
  const nameProblem = form.failure?.errors.find(({ field }) => field === 'name')?.message;
  if (form.value !== undefined) {
    return (
      <ShownOnce
        title={text('settings.token.once', { name: form.name.trim() })}
        value={form.value}
        copyLabel={text('settings.token.copy')}
        onClose={() => onOpenChange(false)}
      />
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={text('settings.token.title')}
      actions={
        <FormActions
          formId={formId}
          submit={text('settings.token.submit')}
          ready={form.name.trim() !== ''}
          busyLabel={form.busy && text('settings.token.busy')}
          onCancel={() => onOpenChange(false)}
        />
      }
    >
      <form id={formId} onSubmit={form.submit} className="flex flex-col gap-3.5">
        <Field
          label={text('settings.token.name')}
          hint={text('settings.token.name.hint')}
          error={nameProblem}
        >
          {(control) => (
            <TextInput
              {...control}
              maxLength={100}
              autoComplete="off"
              value={form.name}
              onChange={(event) => form.setName(event.target.value)}
            />
          )}
        </Field>
        <Select
          label={text('settings.token.role')}
          value={form.role}
          onChange={form.setRole}
          options={roles.map((value) => ({
            value,
            label: text(`settings.tokens.role.${value}`),
          }))}
        />
        <Select
          label={text('settings.token.ends')}
          value={form.life}
          onChange={form.setLife}
          options={lives.map((value) => ({ value, label: text(`settings.token.ends.${value}`) }))}
        />
      </form>
      <Alert
        message={form.failure && !nameProblem ? failureWords(form.failure, text) : undefined}
      />
    </Dialog>
  );
}

function useNewToken() {
  const [name, setName] = useState('');
  const [role, setRole] = useState<MemberRole>('editor');
  const [life, setLife] = useState<Life>('90');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  const [value, setValue] = useState<string>();

  async function create(): Promise<void> {
    setBusy(true);
    const ends = life === 'never' ? null : new Date(Date.now() + Number(life) * dayMs);
    const answer = await callApi<{ value: string }>('/api/v1/tokens', {
      method: 'POST',
      body: { name, role, expiresAt: ends?.toISOString() ?? null },
    });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    setValue(answer.body.value);
    await refresh('/api/v1/tokens');
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() !== '' && !busy) void create();
  }

  return { name, setName, role, setRole, life, setLife, busy, failure, value, submit };
}
