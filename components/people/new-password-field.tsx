'use client';

import { Check } from 'lucide-react';
import { useState } from 'react';
import { minPasswordLength } from '#lib/core/password.ts';
import { useText } from '../text.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import { StrengthMeter } from '../ui/strength-meter.tsx';

/** A password to be made: says while typing how far it is. */
export function NewPasswordField({ error }: { error: string | undefined }) {
  const text = useText();
  const [length, setLength] = useState(0);
  return (
    <Field
      label={text('field.password')}
      error={length > 0 ? undefined : error}
      hint={<Progress length={length} />}
    >
      {(control) => (
        <>
          <PasswordInput
            {...control}
            name="password"
            autoComplete="new-password"
            showLabel={text('password.show')}
            hideLabel={text('password.hide')}
            onChange={(event) => setLength(event.target.value.length)}
          />
          <StrengthMeter length={length} enough={minPasswordLength} />
        </>
      )}
    </Field>
  );
}

function Progress({ length }: { length: number }) {
  const text = useText();
  if (length === 0) return text('password.rule');
  if (length < minPasswordLength)
    return text('password.more', { count: minPasswordLength - length });
  return (
    <span className="flex h-4 items-center gap-[5px] text-good">
      <Icon icon={Check} size={12} />
      {text('password.enough')}
    </span>
  );
}
