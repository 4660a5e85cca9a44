'use client';

import { Plus } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { type ApiFailure, callApi } from '../../api/call-api.ts';
import { failureWords } from '../../api/failure-words.ts';
import { refresh } from '../../api/use-read.ts';
import { useShell } from '../../shell/shell-context.ts';
import { useText } from '../../text.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { Endpoint } from '../endpoint-draft.ts';
import { ownSchemes, schemeName } from '../scheme-status.tsx';
import { useProviders } from '../use-providers.ts';

/** Makes an endpoint that belongs to no workflow yet, then opens its settings. */
export function NewEndpoint({ primary }: { primary?: boolean }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={primary ? 'primary' : 'outlined'} icon={Plus} onClick={() => setOpen(true)}>
        {text('endpoints.new')}
      </Button>
      {open && <NewEndpointDialog onOpenChange={setOpen} />}
    </>
  );
}

function NewEndpointDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const text = useText();
  const formId = useId();
  const providers = useProviders();
  const { name, setName, scheme, setScheme, busy, failure, submit } = useNewEndpoint();
  const nameProblem = failure?.errors.find(({ field }) => field === 'name')?.message;
  const schemes = [...providers.map(({ id }) => id), ...ownSchemes];
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={text('endpoints.create.title')}
      actions={
        <FormActions
          formId={formId}
          submit={text('endpoints.create.submit')}
          ready={name.trim() !== ''}
          busyLabel={busy && text('endpoints.create.busy')}
          onCancel={() => onOpenChange(false)}
        />
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3.5">
        <Field
          label={text('endpoints.create.name')}
          hint={text('endpoints.create.hint')}
          error={nameProblem}
        >
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Select
          label={text('endpoints.create.sender')}
          value={scheme}
          onChange={setScheme}
          options={schemes.map((value) => ({ value, label: schemeName(value, providers, text) }))}
        />
      </form>
      <Alert message={failure && !nameProblem ? failureWords(failure, text) : undefined} />
    </Dialog>
  );
}

function useNewEndpoint() {
  const { go } = useShell();
  const [name, setName] = useState('');
  const [scheme, setScheme] = useState('none');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();

  async function create(): Promise<void> {
    setBusy(true);
    const body = { name, ...(scheme !== 'none' && { verification: { scheme } }) };
    const made = await callApi<Endpoint>('/api/v1/endpoints', { method: 'POST', body });
    setBusy(false);
    if (!made.ok) return setFailure(made.failure);
    void refresh('/api/v1/endpoints');
    go(`/endpoints?settings=${made.body.id}`);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!busy && name.trim() !== '') void create();
  }

  return { name, setName, scheme, setScheme, busy, failure, submit };
}
