'use client';

import { type FormEvent, useState } from 'react';
import { minPasswordLength } from '#lib/core/password.ts';
import { type ApiFailure, callApi } from '../../api/call-api.ts';
import { failureWords } from '../../api/failure-words.ts';
import { signIn } from '../../people/session-client.ts';
import { useText } from '../../text.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { useToast } from '../../ui/toast.tsx';

/** The change ends every session; this browser signs in again with the new password. */
export function PasswordForm({ email }: { email: string }) {
  const text = useText();
  const { current, setCurrent, next, setNext, busy, failure, ready, submit } = usePassword(email);
  const problemOf = (field: string) =>
    failure?.errors.find((error) => error.field === field)?.message;
  const told = problemOf('currentPassword') ?? problemOf('newPassword');
  const shared = { showLabel: text('password.show'), hideLabel: text('password.hide') };
  return (
    <form onSubmit={submit} className="flex max-w-[440px] flex-col items-start gap-3.5">
      {/* Password managers keep the password under this address. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <div className="flex w-full flex-col gap-3.5">
        <Field
          label={text('settings.account.password.current')}
          error={problemOf('currentPassword')}
        >
          {(control) => (
            <PasswordInput
              {...control}
              {...shared}
              autoComplete="current-password"
              value={current}
              onChange={(event) => setCurrent(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={text('settings.account.password.new')}
          hint={hintFor(next.length, text)}
          error={problemOf('newPassword')}
        >
          {(control) => (
            <PasswordInput
              {...control}
              {...shared}
              autoComplete="new-password"
              value={next}
              onChange={(event) => setNext(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Alert message={failure && !told ? failureWords(failure, text) : undefined} />
      <Button
        type="submit"
        aria-disabled={!ready}
        busyLabel={busy && text('settings.account.password.busy')}
      >
        {text('settings.account.password.submit')}
      </Button>
    </form>
  );
}

function hintFor(length: number, text: ReturnType<typeof useText>): string {
  if (length === 0) return text('password.rule');
  if (length >= minPasswordLength) return text('password.enough');
  return text('password.more', { count: minPasswordLength - length });
}

function usePassword(email: string) {
  const text = useText();
  const toast = useToast();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  const ready = current !== '' && next.length >= minPasswordLength;

  async function change(): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    const answer = await callApi('/api/v1/me/password', {
      method: 'POST',
      body: { currentPassword: current, newPassword: next },
    });
    if (!answer.ok) {
      setBusy(false);
      return setFailure(answer.failure);
    }
    if ((await signIn(email, next)) !== 'ok') return window.location.assign('/signin');
    setBusy(false);
    setCurrent('');
    setNext('');
    toast({ title: text('settings.account.password.done') });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready && !busy) void change();
  }

  return { current, setCurrent, next, setNext, busy, failure, ready, submit };
}
