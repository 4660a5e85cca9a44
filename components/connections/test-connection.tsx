'use client';

import { CircleCheck, CircleX } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { callApi } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import { useText } from '../text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { FormActions } from '../ui/form-actions.tsx';
import { Status } from '../ui/status.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { Connection } from './connection-types.ts';

type Outcome = { ok: boolean; detail: string };
export type TestConnectionProps = {
  connection: Connection;
  onOpenChange: (open: boolean) => void;
};

/** Calls an address of the person's choice with the connection, and says what came back. */
export function TestConnection({ connection, onOpenChange }: TestConnectionProps) {
  const text = useText();
  const formId = useId();
  const { url, setUrl, busy, outcome, problem, submit } = useTest(connection.id);
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={text('connections.test.title', { name: connection.name })}
      actions={
        <FormActions
          formId={formId}
          submit={text('connections.test.submit')}
          ready={url.trim() !== ''}
          busyLabel={busy && text('connections.test.busy')}
          onCancel={() => onOpenChange(false)}
          cancel={text('ui.close')}
        />
      }
    >
      <p>{text('connections.test.lead')}</p>
      <form id={formId} onSubmit={submit}>
        <Field label={text('connections.test.url')} error={problem}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              placeholder="https://"
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Field>
      </form>
      <div role="status" className="empty:hidden">
        {outcome && (
          <p className="flex flex-col gap-1">
            <Status tone={outcome.ok ? 'good' : 'bad'} icon={outcome.ok ? CircleCheck : CircleX}>
              {text(outcome.ok ? 'connections.test.ok' : 'connections.test.failed')}
            </Status>
            <span className="[overflow-wrap:anywhere]">{outcome.detail}</span>
          </p>
        )}
      </div>
    </Dialog>
  );
}

function useTest(id: string) {
  const text = useText();
  const [url, setUrl] = useState('');
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const [problem, setProblem] = useState<string>();

  async function call(): Promise<void> {
    setBusy(true);
    setOutcome(undefined);
    setProblem(undefined);
    const path = `/api/v1/connections/${id}/test`;
    const answer = await callApi<Outcome>(path, { method: 'POST', body: { url: url.trim() } });
    setBusy(false);
    if (answer.ok) setOutcome(answer.body);
    else setProblem(answer.failure.errors[0]?.message ?? failureWords(answer.failure, text));
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (url.trim() !== '' && !busy) void call();
  }

  return { url, setUrl, busy, outcome, problem, submit };
}
