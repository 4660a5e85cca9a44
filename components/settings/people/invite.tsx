'use client';

import { type FormEvent, useId, useState } from 'react';
import { type MemberRole, roles } from '#lib/core/principal.ts';
import { type ApiFailure, callApi } from '../../api/call-api.ts';
import { failureWords } from '../../api/failure-words.ts';
import { refresh } from '../../api/use-read.ts';
import { ReachNote } from '../../reach/reach-note.tsx';
import { useText } from '../../text.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Select } from '../../ui/select.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { TextInput } from '../../ui/text-input.tsx';

/** Makes a link for one address. Hookline sends no mail: the person passes it on. */
export function Invite({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const text = useText();
  const formId = useId();
  const { email, setEmail, role, setRole, busy, failure, link, submit } = useInvite();
  const emailProblem = failure?.errors.find(({ field }) => field === 'email')?.message;
  if (link !== undefined) {
    return (
      <ShownOnce
        title={text('settings.invite.ready', { email })}
        lead={text('settings.invite.once')}
        value={link}
        copyLabel={text('settings.invite.copy')}
        onClose={() => onOpenChange(false)}
      >
        <ReachNote url={link} who="people" />
      </ShownOnce>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={text('settings.invite.title')}
      actions={
        <FormActions
          formId={formId}
          submit={text('settings.invite.submit')}
          ready={email.trim() !== ''}
          busyLabel={busy && text('settings.invite.busy')}
          onCancel={() => onOpenChange(false)}
        />
      }
    >
      <p>{text('settings.invite.lead')}</p>
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-3.5">
        <Field label={text('settings.invite.email')} error={emailProblem}>
          {(control) => (
            <TextInput
              {...control}
              type="email"
              autoComplete="off"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field label={text('settings.invite.role')} hint={text(`role.${role}.can`)}>
          {(control) => (
            <Select
              {...control}
              value={role}
              onChange={setRole}
              options={roles.map((value) => ({ value, label: text(`role.${value}`) }))}
            />
          )}
        </Field>
      </form>
      <Alert message={failure && !emailProblem ? failureWords(failure, text) : undefined} />
    </Dialog>
  );
}

function useInvite() {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<MemberRole>('editor');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  const [link, setLink] = useState<string>();

  async function invite(): Promise<void> {
    setBusy(true);
    const answer = await callApi<{ inviteUrl: string }>('/api/v1/members', {
      method: 'POST',
      body: { email: email.trim(), role },
    });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    setLink(answer.body.inviteUrl);
    await refresh('/api/v1/members');
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (email.trim() !== '' && !busy) void invite();
  }

  return { email, setEmail, role, setRole, busy, failure, link, submit };
}
