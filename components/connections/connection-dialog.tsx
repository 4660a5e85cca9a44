'use client';

import { type FormEvent, useId, useState } from 'react';
import { type ApiFailure, callApi } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import { refresh } from '../api/use-read.ts';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { FormActions } from '../ui/form-actions.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useToast } from '../ui/toast.tsx';
import { isComplete, secretBody } from './connection-secret.ts';
import type { Connection, ConnectionKind } from './connection-types.ts';
import { SecretInputs } from './secret-inputs.tsx';

export type ConnectionDialogProps = {
  /** To be changed; without it one is made. */
  connection?: Connection;
  onOpenChange: (open: boolean) => void;
};

export function ConnectionDialog({ connection, onOpenChange }: ConnectionDialogProps) {
  const text = useText();
  const formId = useId();
  const form = useConnectionForm(connection, () => onOpenChange(false));
  const title = connection
    ? text('connections.edit.title', { name: connection.name })
    : text('connections.make.title');
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={title}
      actions={
        <FormActions
          formId={formId}
          submit={text('connections.submit')}
          ready={form.ready}
          busyLabel={form.busy && text('connections.busy')}
          onCancel={() => onOpenChange(false)}
        />
      }
    >
      <form id={formId} onSubmit={form.submit} className="flex flex-col gap-3.5">
        <Field
          label={text('connections.field.name')}
          hint={text('connections.field.name.hint')}
          error={form.problemOf('name')}
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
        {connection && (
          <div>
            <Switch
              label={text('connections.renew')}
              checked={form.renews}
              onChange={form.setRenews}
            />
            <p className="mt-1 text-meta text-text-3">
              {text('connections.renew.hint', { hint: connection.hint })}
            </p>
          </div>
        )}
        {form.renews && (
          <SecretInputs
            kind={form.kind}
            onKind={form.setKind}
            typed={form.typed}
            onType={form.type}
            problemOf={form.problemOf}
          />
        )}
      </form>
      <Alert message={form.rest} />
    </Dialog>
  );
}

function useConnectionForm(connection: Connection | undefined, onDone: () => void) {
  const text = useText();
  const toast = useToast();
  const [name, setName] = useState(connection?.name ?? '');
  const [renews, setRenews] = useState(connection === undefined);
  const [kind, setKind] = useState<ConnectionKind>(connection?.type ?? 'bearer');
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  const ready = name.trim() !== '' && (!renews || isComplete(kind, typed));
  const fields = failure?.errors ?? [];

  async function save(): Promise<void> {
    setBusy(true);
    const path = `/api/v1/connections${connection ? `/${connection.id}` : ''}`;
    const body = { name, ...(renews && { secret: secretBody(kind, typed) }) };
    const answer = await callApi(path, { method: connection ? 'PATCH' : 'POST', body });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast({ title: text('connections.saved', { name: name.trim() }) });
    onDone();
    await refresh('/api/v1/connections');
  }

  return {
    name,
    setName,
    renews,
    setRenews,
    kind,
    setKind,
    typed,
    type: (key: string, value: string) => setTyped((now) => ({ ...now, [key]: value })),
    busy,
    ready,
    problemOf: (field: string) => fields.find((error) => error.field === field)?.message,
    /** Said of no field. */
    rest: failure && fields.length === 0 ? failureWords(failure, text) : undefined,
    submit: (event: FormEvent) => {
      event.preventDefault();
      if (ready && !busy) void save();
    },
  };
}
