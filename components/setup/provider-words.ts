import { isJsonObject } from '#lib/core/json.ts';
import type { Text, TextKey } from '#lib/i18n/text.ts';
import type { Provider } from './setup-types.ts';

const known = [
  'github',
  'gitlab',
  'bitbucket',
  'stripe',
  'slack',
  'shopify',
  'standard_webhooks',
  'svix',
] as const;
type Known = (typeof known)[number];

/** Where the URL and the secret go at this sender. One we have no words for yet: the catalogue's own. */
export function whereTo(text: Text, provider: Provider): { url: string; secret: string } {
  const id = known.find((one): one is Known => one === provider.id);
  if (!id) return provider.setUp;
  return { url: text(`setup.at.${id}.url`), secret: text(`setup.at.${id}.secret`) };
}

/** What the sender does by itself once the URL is saved there. */
export function firstSign(text: Text, provider: Provider | undefined): string {
  if (!provider) return text('setup.first.own');
  const own: Partial<Record<string, TextKey>> = {
    github: 'setup.first.github',
    slack: 'setup.first.slack',
  };
  return text(own[provider.id] ?? 'setup.first.any', { sender: provider.label });
}

/** The header or place that proves who sent it: `x-hub-signature-256`. */
export function proofPlace(provider: Provider): { place: string; signed: boolean } {
  const check = isJsonObject(provider.verification) ? provider.verification : {};
  const [first] = Array.isArray(check.headers) ? check.headers : [];
  const name = first ?? check.name ?? check.parameter ?? check.in ?? '';
  return { place: typeof name === 'string' ? name : '', signed: check.kind === 'hmac' };
}

/** `header:x-github-event` and `body:type`, for people. */
export function placeText(text: Text, place: string): string {
  const [kind, ...rest] = place.split(':');
  const name = rest.join(':');
  return kind === 'body' ? text('setup.facts.inBody', { name }) : name;
}
