'use client';

import { type FormEvent, useId, useState } from 'react';
import { callApi } from '../../../api/call-api.ts';
import { failureWords } from '../../../api/failure-words.ts';
import { refresh } from '../../../api/use-read.ts';
import { useText } from '../../../text.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { FormActions } from '../../../ui/form-actions.tsx';
import { ShownOnce } from '../../../ui/shown-once.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { type Secret, usePane } from '../pane-context.ts';
import { type Overlap, OverlapChoice } from './overlap-choice.tsx';
import { SecretField } from './secret-field.tsx';

export type NewSecretProps = {
  /** The one that the new secret follows; without it both verify. */
  replaced?: Secret;
  onOpenChange: (open: boolean) => void;
};

/** A secret is given once. One that was generated here is shown once, after it is in use. */
export function NewSecret({ replaced, onOpenChange }: NewSecretProps) {
  const text = useText();
  const formId = useId();
  const { endpoint } = usePane();
  const form = useNewSecret(replaced, () => onOpenChange(false));
  const { scheme } = endpoint.verification;
  if (form.shownOnce !== undefined) {
    return (
      <ShownOnce
        title={text('pane.secret.once.title')}
        lead={text('pane.secret.once')}
        value={form.shownOnce}
        copyLabel={text('pane.secret.copy')}
        onClose={() => onOpenChange(false)}
      />
    );
  }
  const title = replaced
    ? text('pane.secret.rotate.title', { hint: replaced.hint })
    : text('pane.secret.add.title');
  return (
    <Dialog
      open
      wide
      onOpenChange={onOpenChange}
      title={title}
      actions={
        <FormActions
          formId={formId}
          submit={text('pane.secret.save')}
          ready={form.value !== ''}
          busyLabel={form.busy && text('pane.secret.saving')}
          onCancel={() => onOpenChange(false)}
        />
      }
    >
      <form id={formId} onSubmit={form.submit} className="flex flex-col gap-3.5">
        <Field
          label={text('pane.secret.value')}
          hint={text(scheme === 'basic' ? 'pane.secret.basic.hint' : 'pane.secret.value.hint')}
          error={form.problem}
        >
          {(control) => (
            <SecretField
              control={control}
              scheme={scheme}
              value={form.value}
              onChange={form.setValue}
            />
          )}
        </Field>
        {replaced && (
          <OverlapChoice
            label={text('pane.secret.overlap')}
            value={form.overlap}
            onChange={form.setOverlap}
          />
        )}
      </form>
    </Dialog>
  );
}

function useNewSecret(replaced: Secret | undefined, onDone: () => void) {
  const text = useText();
  const toast = useToast();
  const { endpoint } = usePane();
  const [given, setGiven] = useState({ value: '', generated: false });
  const [overlap, setOverlap] = useState<Overlap>('86400');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [shownOnce, setShownOnce] = useState<string>();
  const { value, generated } = given;

  async function add(): Promise<void> {
    setBusy(true);
    const follows = replaced && { id: replaced.id, overlapSeconds: Number(overlap) };
    const answer = await callApi(`/api/v1/endpoints/${endpoint.id}/secrets`, {
      method: 'POST',
      body: { value, ...(follows && { replaces: follows }) },
    });
    setBusy(false);
    if (!answer.ok) return setProblem(failureWords(answer.failure, text));
    void refresh('/api/v1/endpoints');
    if (generated) return setShownOnce(value);
    toast({ title: text('pane.secrets.added') });
    onDone();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (value !== '' && !busy) void add();
  }

  function setValue(next: string, isGenerated: boolean): void {
    setGiven({ value: next, generated: isGenerated });
    setProblem(undefined);
  }

  return { value, setValue, overlap, setOverlap, busy, problem, shownOnce, submit };
}
