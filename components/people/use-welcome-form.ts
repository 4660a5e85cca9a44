import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { callApi } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import { useText } from '../text.tsx';
import { fieldErrors, formValues } from './field-errors.ts';
import { signIn } from './session-client.ts';

export type WelcomeForm = {
  /** Checked before anything is sent. */
  schema: z.ZodType;
  path: string;
  code: string;
  /** Whom to sign in as, where the form doesn't ask. */
  email?: string;
};

/**
 * A form that makes an account: checks, sends, then signs in with the password that was just typed
 * and opens Home. Used by the first owner and by whoever takes an invitation.
 */
export function useWelcomeForm({ schema, path, code, email }: WelcomeForm) {
  const text = useText();
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string>();
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});

  async function send(values: Record<string, string>): Promise<void> {
    const body = { ...values, code };
    const wrong = fieldErrors(schema, body);
    setErrors(wrong ?? {});
    setMessage(undefined);
    if (wrong) return;
    setBusy(true);
    const made = await callApi(path, { method: 'POST', body });
    if (made.ok) return enter(email ?? values.email ?? '', values.password ?? '');
    setBusy(false);
    const fields = made.failure.errors.filter((error) => error.field);
    setErrors(Object.fromEntries(fields.map((error) => [error.field, error.message])));
    if (fields.length === 0)
      setMessage(made.failure.detail ? failureWords(made.failure, text) : text('start.failed'));
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!busy) void send(formValues(event.currentTarget));
  }

  return { busy, message, errors, submit };
}

/** Whole page loads: what was rendered without a session must not stay. */
async function enter(email: string, password: string): Promise<void> {
  const signedIn = await signIn(email, password);
  location.assign(signedIn === 'ok' ? '/' : '/signin');
}
