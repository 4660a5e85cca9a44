import type { Provider } from '../../endpoint-types.ts';

export type SchemeSetting =
  | { key: string; kind: 'text'; initial: string }
  | { key: string; kind: 'choice'; initial: string; choices: readonly string[] }
  /** Seconds; cleared: whatever the scheme does without. */
  | { key: 'toleranceSeconds'; kind: 'seconds'; initial: number | null };

const hmac: readonly SchemeSetting[] = [
  { key: 'header', kind: 'text', initial: '' },
  {
    key: 'algorithm',
    kind: 'choice',
    initial: 'sha256',
    choices: ['sha1', 'sha256', 'sha384', 'sha512'],
  },
  { key: 'encoding', kind: 'choice', initial: 'hex', choices: ['hex', 'base64', 'base64url'] },
  { key: 'prefix', kind: 'text', initial: '' },
  { key: 'signed', kind: 'text', initial: '{body}' },
  { key: 'timestampHeader', kind: 'text', initial: '' },
  { key: 'toleranceSeconds', kind: 'seconds', initial: null },
  {
    key: 'secretEncoding',
    kind: 'choice',
    initial: 'utf8',
    choices: ['utf8', 'base64', 'hex', 'whsec'],
  },
];

const own: Readonly<Record<string, readonly SchemeSetting[]>> = {
  hmac,
  header_token: [
    { key: 'header', kind: 'text', initial: 'x-webhook-token' },
    { key: 'prefix', kind: 'text', initial: '' },
  ],
  query_token: [{ key: 'parameter', kind: 'text', initial: 'token' }],
};

/** What can be set of a scheme, in the order of the form. Senders have at most their time window. */
export function schemeSettings(
  scheme: string,
  providers: readonly Provider[],
): readonly SchemeSetting[] {
  if (Object.hasOwn(own, scheme)) return own[scheme] ?? [];
  const known = providers.find(({ id }) => id === scheme);
  const tolerance = toleranceOf(known?.verification);
  if (tolerance === undefined) return [];
  return [{ key: 'toleranceSeconds', kind: 'seconds', initial: tolerance }];
}

/** Seconds that a sender's signature stays good; undefined where it signs no time. */
function toleranceOf(verification: Provider['verification'] | undefined): number | undefined {
  if (typeof verification !== 'object' || verification === null) return undefined;
  const { toleranceSeconds } = verification as { toleranceSeconds?: unknown };
  return typeof toleranceSeconds === 'number' ? toleranceSeconds : undefined;
}
