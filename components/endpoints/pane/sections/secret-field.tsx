'use client';

import { WandSparkles } from 'lucide-react';
import { useText } from '../../../text.tsx';
import { Button } from '../../../ui/button.tsx';
import type { FieldControl } from '../../../ui/field.tsx';
import { PasswordInput } from '../../../ui/password-input.tsx';
import { isOurs, writeSecret } from '../model/new-secret.ts';
import { usePane } from '../pane-context.ts';

export type SecretFieldProps = {
  control: FieldControl;
  scheme: string;
  value: string;
  /** `generated`: nobody has seen it yet, so it must be shown to be copied. */
  onChange: (value: string, generated: boolean) => void;
};

/** A secret to be typed or pasted; generated where the person makes it up and not the sender. */
export function SecretField({ control, scheme, value, onChange }: SecretFieldProps) {
  const text = useText();
  const { providers } = usePane();
  const sender = providers.find(({ id }) => id === scheme);
  const generate = () => {
    const random = crypto.getRandomValues(new Uint8Array(32));
    onChange(writeSecret(scheme, providers, random), true);
  };
  return (
    <div className="flex gap-1.5">
      <PasswordInput
        {...control}
        className="min-w-0 flex-1"
        autoComplete="off"
        data-1p-ignore
        placeholder={sender?.secret.placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value, false)}
        showLabel={text('pane.secret.show')}
        hideLabel={text('pane.secret.hide')}
      />
      {isOurs(scheme, providers) && (
        <Button size="lg" icon={WandSparkles} onClick={generate}>
          {text('pane.secret.generate')}
        </Button>
      )}
    </div>
  );
}
