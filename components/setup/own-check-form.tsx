'use client';

import { useState } from 'react';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { type OwnCheck, ownCheckOf, ownSchemes, verificationOf, withScheme } from './own-check.ts';
import { SecretForm } from './secret-form.tsx';
import { useCall } from './use-call.ts';
import type { Setup } from './use-setup.ts';

export type OwnCheckFormProps = { setup: Setup; onStored(made: string | null): void };

/** How a service of one's own proves itself; stored together with the secret. */
export function OwnCheckForm({ setup, onStored }: OwnCheckFormProps) {
  const text = useText();
  const [check, setCheck] = useState(() => ownCheckOf(setup.endpoint.verification));
  const set = (change: Partial<OwnCheck>) => setCheck({ ...check, ...change });
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={text('setup.own.how')}
          value={check.scheme}
          onChange={(scheme) => setCheck(withScheme(check, scheme))}
          options={ownSchemes.map((value) => ({ value, label: text(`setup.own.${value}`) }))}
          disabled={!setup.canEdit}
        />
        {(check.scheme === 'hmac' || check.scheme === 'header_token') && (
          <TextSetting
            label={text('setup.own.header')}
            value={check.header}
            onChange={(header) => set({ header })}
          />
        )}
        {check.scheme === 'query_token' && (
          <TextSetting
            label={text('setup.own.parameter')}
            value={check.parameter}
            onChange={(parameter) => set({ parameter })}
          />
        )}
      </div>
      {check.scheme === 'hmac' && <SignatureSettings check={check} set={set} />}
      {check.scheme === 'none' ? (
        <Unchecked setup={setup} onStored={() => onStored(null)} />
      ) : (
        <SecretForm
          setup={setup}
          verification={verificationOf(check)}
          format={check.scheme === 'basic' ? 'basic' : 'token'}
          mayMake
          placeholder={text('setup.secret.own')}
          onStored={onStored}
        />
      )}
    </>
  );
}

type SettingsProps = { check: OwnCheck; set(change: Partial<OwnCheck>): void };

function SignatureSettings({ check, set }: SettingsProps) {
  const text = useText();
  const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <details className="rounded-md inset-ring inset-ring-line">
      <summary className="flex min-h-9 items-center px-3 text-meta text-text-2 max-sm:min-h-11">
        {text('setup.own.more', {
          algorithm: check.algorithm.toUpperCase(),
          encoding: check.encoding,
        })}
      </summary>
      <div className="grid gap-3 px-3 pt-1 pb-3 sm:grid-cols-2">
        <Select
          label={text('setup.own.algorithm')}
          value={check.algorithm}
          onChange={(algorithm) => set({ algorithm })}
          options={options(['sha1', 'sha256', 'sha384', 'sha512'])}
        />
        <Select
          label={text('setup.own.encoding')}
          value={check.encoding}
          onChange={(encoding) => set({ encoding })}
          options={options(['hex', 'base64', 'base64url'])}
        />
        <TextSetting
          label={text('setup.own.prefix')}
          value={check.prefix}
          onChange={(prefix) => set({ prefix })}
          placeholder="sha256="
        />
        <TextSetting
          label={text('setup.own.signed')}
          value={check.signed}
          onChange={(signed) => set({ signed })}
          placeholder="{timestamp}.{body}"
        />
        <TextSetting
          label={text('setup.own.timestamp')}
          value={check.timestampHeader}
          onChange={(timestampHeader) => set({ timestampHeader })}
          placeholder="x-timestamp"
        />
      </div>
    </details>
  );
}

type TextSettingProps = {
  label: string;
  value: string;
  onChange(value: string): void;
  placeholder?: string;
};

function TextSetting({ label, value, onChange, placeholder }: TextSettingProps) {
  return (
    <Field label={label}>
      {(control) => (
        <TextInput
          {...control}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          className="font-mono"
        />
      )}
    </Field>
  );
}

/** Anybody who has the URL may send: said plainly, and chosen with a button. */
function Unchecked({ setup, onStored }: { setup: Setup; onStored(): void }) {
  const text = useText();
  const { busy, problem, run } = useCall();
  const store = async () => {
    const change = { verification: { scheme: 'none', secrets: [] } };
    if (await run(() => setup.changeEndpoint(change))) onStored();
  };
  return (
    <>
      <p className="text-text-2">{text('setup.own.none.warn')}</p>
      <div className="flex">
        <Button
          onClick={() => void store()}
          disabled={!setup.canEdit}
          busyLabel={busy && text('setup.saving')}
        >
          {text('setup.own.none.accept')}
        </Button>
      </div>
      <Alert message={problem} />
    </>
  );
}
