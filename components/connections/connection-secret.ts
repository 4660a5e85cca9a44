import type { ConnectionKind } from './connection-types.ts';

export type SecretField = { key: string; hidden: boolean };

/** What has to be typed for each kind, in order. `hidden`: it is the secret itself. */
const fields: Record<ConnectionKind, readonly SecretField[]> = {
  bearer: [{ key: 'token', hidden: true }],
  basic: [
    { key: 'username', hidden: false },
    { key: 'password', hidden: true },
  ],
  header: [
    { key: 'name', hidden: false },
    { key: 'value', hidden: true },
  ],
  query: [
    { key: 'name', hidden: false },
    { key: 'value', hidden: true },
  ],
};

export function secretFields(kind: ConnectionKind): readonly SecretField[] {
  return fields[kind];
}

/** The `secret` of the call: exactly the fields of its kind; what was typed for another is left out. */
export function secretBody(
  kind: ConnectionKind,
  typed: Readonly<Record<string, string>>,
): { type: ConnectionKind } & Record<string, string> {
  const entries = fields[kind].map(({ key }) => [key, typed[key] ?? '']);
  return { type: kind, ...(Object.fromEntries(entries) as Record<string, string>) };
}

export function isComplete(kind: ConnectionKind, typed: Readonly<Record<string, string>>): boolean {
  return fields[kind].every(({ key }) => (typed[key] ?? '') !== '');
}
