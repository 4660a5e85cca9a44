'use client';

import { z } from 'zod';
import { email, password, personName, workspaceName } from '#lib/contracts/people.ts';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { useWelcomeForm } from './use-welcome-form.ts';

const schema = z.object({ name: personName, email, password, workspaceName });

/** The first owner of an installation. */
export function OwnerForm({ code }: { code: string }) {
  const text = useText();
  const { busy, message, errors, submit } = useWelcomeForm({ schema, path: '/api/start', code });
  return (
    <form method="post" noValidate onSubmit={submit} className="mt-[22px] flex flex-col gap-3.5">
      <Field label={text('field.name')} error={errors.name}>
        {(control) => <TextInput {...control} name="name" autoComplete="name" />}
      </Field>
      <Field label={text('field.email')} error={errors.email}>
        {(control) => <TextInput {...control} name="email" type="email" autoComplete="username" />}
      </Field>
      <NewPasswordField error={errors.password} />
      <Field
        label={text('field.workspace')}
        hint={text('field.workspace.hint')}
        error={errors.workspaceName}
      >
        {(control) => <TextInput {...control} name="workspaceName" autoComplete="organization" />}
      </Field>
      <Alert message={message} />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        busyLabel={busy && text('start.busy')}
        className="mt-1.5"
      >
        {text('start.submit')}
      </Button>
    </form>
  );
}
