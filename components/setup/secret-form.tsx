'use client';

import { Sparkles } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Json } from '#lib/core/json.ts';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import { makeSecret } from './make-secret.ts';
import { useCall } from './use-call.ts';
import type { Setup } from './use-setup.ts';

export type SecretFormProps = {
  setup: Setup;
  /** What is stored with it: the scheme and its settings. */
  verification: { scheme: string } & Record<string, Json>;
  format: 'token' | 'whsec' | 'basic';
  /** Some senders make the secret themselves: then there is nothing to make here. */
  mayMake: boolean;
  placeholder: string;
  /** With the secret where it was made here: nobody has seen it yet. */
  onStored(made: string | null): void;
};

const secretBytes = 32;

export function SecretForm(props: SecretFormProps) {
  const { setup, verification, format, mayMake, placeholder, onStored } = props;
  const text = useText();
  const [pasted, setPasted] = useState('');
  const [empty, setEmpty] = useState(false);
  const { busy, problem, run } = useCall();
  const store = async (secret: string, made: boolean) => {
    const change = { verification: { ...verification, secrets: [secret] } };
    if (await run(() => setup.changeEndpoint(change))) onStored(made ? secret : null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const secret = pasted.trim();
    setEmpty(secret === '');
    if (secret !== '') void store(secret, false);
  };
  const make = () => {
    const random = crypto.getRandomValues(new Uint8Array(secretBytes));
    void store(makeSecret(format, random), true);
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-2">
      <div className="flex items-start gap-2 max-sm:flex-col max-sm:items-stretch">
        <div className="min-w-0 flex-1">
          <Field
            label={text('setup.secret.label')}
            hint={format === 'basic' ? text('setup.secret.basic') : undefined}
            error={empty ? text('setup.secret.missing') : undefined}
          >
            {(control) => (
              <PasswordInput
                {...control}
                value={pasted}
                onChange={({ target }) => setPasted(target.value)}
                placeholder={placeholder}
                autoComplete="off"
                disabled={!setup.canEdit}
                showLabel={text('setup.secret.show')}
                hideLabel={text('setup.secret.hide')}
              />
            )}
          </Field>
        </div>
        <div className="flex items-center gap-2 sm:pt-[21px]">
          <Button
            type="submit"
            size="lg"
            variant={pasted === '' ? 'outlined' : 'primary'}
            disabled={!setup.canEdit}
            busyLabel={busy && text('setup.saving')}
          >
            {text('setup.save')}
          </Button>
          {mayMake && (
            <>
              <span className="text-meta text-text-2">{text('setup.or')}</span>
              <Button
                icon={Sparkles}
                size="lg"
                onClick={make}
                disabled={!setup.canEdit}
                aria-disabled={busy}
              >
                {text('setup.secret.make')}
              </Button>
            </>
          )}
        </div>
      </div>
      <Alert message={problem} />
    </form>
  );
}
