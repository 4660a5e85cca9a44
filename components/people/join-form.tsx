'use client';

import { z } from 'zod';
import { password, personName } from '#lib/contracts/people.ts';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { useWelcomeForm } from './use-welcome-form.ts';

const newcomer = z.object({ name: personName, password });
const acquaintance = z.object({ name: personName, password: z.string().min(1) });

export type JoinFormProps = {
  code: string;
  email: string;
  /** This address has an account already: its own password is asked, none is made. */
  known: boolean;
};

export function JoinForm({ code, email, known }: JoinFormProps) {
  const text = useText();
  const { busy, message, errors, submit } = useWelcomeForm({
    schema: known ? acquaintance : newcomer,
    path: '/api/invitation',
    code,
    email,
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="mt-[22px] flex flex-col gap-3.5">
      {known ? (
        <input type="hidden" name="name" value={email} />
      ) : (
        <Field label={text('field.name')} error={errors.name}>
          {(control) => <TextInput {...control} name="name" autoComplete="name" />}
        </Field>
      )}
      {/* Password managers keep the password under this address. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      {known ? (
        <Field label={text('field.password')} hint={text('invite.known')} error={errors.password}>
          {(control) => (
            <PasswordInput
              {...control}
              name="password"
              autoComplete="current-password"
              showLabel={text('password.show')}
              hideLabel={text('password.hide')}
            />
          )}
        </Field>
      ) : (
        <NewPasswordField error={errors.password} />
      )}
      <Alert message={message} />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        busyLabel={busy && text('invite.busy')}
        className="mt-1.5"
      >
        {text('invite.submit')}
      </Button>
    </form>
  );
}
