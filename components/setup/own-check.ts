import type { Json } from '#lib/core/json.ts';

export const ownSchemes = [
  'hmac',
  'bearer',
  'basic',
  'header_token',
  'query_token',
  'none',
] as const;
export type OwnScheme = (typeof ownSchemes)[number];

/** How a service of one's own proves itself: every setting of every way, those in force and the rest. */
export type OwnCheck = {
  scheme: OwnScheme;
  header: string;
  algorithm: string;
  encoding: string;
  prefix: string;
  signed: string;
  timestampHeader: string;
  parameter: string;
};

const usual: OwnCheck = {
  scheme: 'hmac',
  header: 'x-signature',
  algorithm: 'sha256',
  encoding: 'hex',
  prefix: '',
  signed: '{body}',
  timestampHeader: '',
  parameter: 'token',
};
const usualTokenHeader = 'x-webhook-token';

const settingsOf: Readonly<Record<OwnScheme, readonly (keyof OwnCheck)[]>> = {
  hmac: ['header', 'algorithm', 'encoding', 'prefix', 'signed', 'timestampHeader'],
  bearer: [],
  basic: [],
  header_token: ['header', 'prefix'],
  query_token: ['parameter'],
  none: [],
};

type Verification = { scheme: string; [setting: string]: unknown };

/** As it is stored; what isn't stored is as it usually is. Of a known sender: the usual one. */
export function ownCheckOf(verification: Verification): OwnCheck {
  const scheme = ownSchemes.find((one) => one === verification.scheme);
  if (!scheme) return usual;
  const stored = settingsOf[scheme].flatMap((name) => {
    const value = verification[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { ...withScheme(usual, scheme), ...Object.fromEntries(stored) };
}

/** Another way, with the header that is usual for it. */
export function withScheme(check: OwnCheck, scheme: OwnScheme): OwnCheck {
  const header = scheme === 'header_token' ? usualTokenHeader : usual.header;
  return { ...check, scheme, header, prefix: '' };
}

/** What the endpoint is given: the settings of this way only, none of them empty. */
export function verificationOf(check: OwnCheck): { scheme: string } & Record<string, Json> {
  const { scheme } = check;
  const kept = settingsOf[scheme].filter((name) => check[name].trim() !== '' || name === 'prefix');
  const settings = kept.map((name) => [name, name === 'prefix' ? check[name] : check[name].trim()]);
  return { scheme, ...Object.fromEntries(settings) };
}
