'use client';

import { type FormEvent, useState } from 'react';
import type { TextKey } from '#lib/i18n/text.ts';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { formValues } from './field-errors.ts';
import { signIn } from './session-client.ts';

const words = {
  unauthorized: 'signin.wrong',
  rate_limited: 'signin.limited',
  overloaded: 'signin.overloaded',
  failed: 'signin.failed',
} as const satisfies Record<string, TextKey>;

export function SignInForm() {
  const text = useText();
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string>();

  async function send({ email = '', password = '' }: Record<string, string>): Promise<void> {
    setBusy(true);
    setMessage(undefined);
    const outcome = await signIn(email, password);
    // A whole page load: what was rendered without a session must not stay.
    if (outcome === 'ok') return location.assign('/');
    setBusy(false);
    setMessage(text(words[outcome]));
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!busy) void send(formValues(event.currentTarget));
  }

  return (
    <form method="post" onSubmit={submit} className="mt-[22px] flex flex-col gap-3.5">
      <Alert message={message} />
      <Field label={text('field.email')}>
        {(control) => (
          <TextInput {...control} name="email" type="email" autoComplete="username" required />
        )}
      </Field>
      <Field label={text('field.password')}>
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            autoComplete="current-password"
            required
            showLabel={text('password.show')}
            hideLabel={text('password.hide')}
          />
        )}
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        busyLabel={busy && text('signin.busy')}
        className="mt-1.5"
      >
        {text('signin.submit')}
      </Button>
    </form>
  );
}
