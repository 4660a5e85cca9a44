'use client';

import type { TextKey } from '#lib/i18n/text.ts';
import { useText } from '../text.tsx';
import { Field } from '../ui/field.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { type SecretField, secretFields } from './connection-secret.ts';
import { type ConnectionKind, connectionKinds } from './connection-types.ts';

export type SecretInputsProps = {
  kind: ConnectionKind;
  onKind: (kind: ConnectionKind) => void;
  typed: Readonly<Record<string, string>>;
  onType: (key: string, value: string) => void;
  /** Of a field of the call, such as `secret.token`. */
  problemOf: (field: string) => string | undefined;
};

/** The kind of a connection and what is typed for it. */
export function SecretInputs({ kind, onKind, typed, onType, problemOf }: SecretInputsProps) {
  const text = useText();
  return (
    <>
      <Select
        label={text('connections.field.type')}
        value={kind}
        onChange={onKind}
        options={connectionKinds.map((value) => ({
          value,
          label: text(`connections.type.${value}`),
        }))}
      />
      {secretFields(kind).map((field) => (
        <SecretInput
          key={field.key}
          kind={kind}
          field={field}
          value={typed[field.key] ?? ''}
          onChange={(value) => onType(field.key, value)}
          problem={problemOf(`secret.${field.key}`)}
        />
      ))}
    </>
  );
}

type SecretInputProps = {
  kind: ConnectionKind;
  field: SecretField;
  value: string;
  onChange: (value: string) => void;
  problem: string | undefined;
};

function SecretInput({ kind, field, value, onChange, problem }: SecretInputProps) {
  const text = useText();
  return (
    <Field
      label={text(labelOf(kind, field.key))}
      hint={kind === 'bearer' && text('connections.field.token.hint')}
      error={problem}
    >
      {(control) => {
        const shared = {
          ...control,
          autoComplete: 'off',
          spellCheck: false,
          value,
          onChange: (event: { target: { value: string } }) => onChange(event.target.value),
        };
        if (!field.hidden) return <TextInput {...shared} />;
        return (
          <PasswordInput
            {...shared}
            data-1p-ignore
            showLabel={text('connections.field.show')}
            hideLabel={text('connections.field.hide')}
          />
        );
      }}
    </Field>
  );
}

function labelOf(kind: ConnectionKind, key: string): TextKey {
  if (key !== 'name') return `connections.field.${key}` as TextKey;
  return kind === 'header' ? 'connections.field.header' : 'connections.field.parameter';
}
