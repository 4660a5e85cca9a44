import { inBody, inHeader } from '#lib/core/request/place.ts';
import type { HmacScheme } from '#lib/core/verification/scheme.ts';
import { keyBytes } from '#lib/core/verification/secret-key.ts';
import type { Provider } from './provider.ts';

/**
 * The symmetric scheme of the Standard Webhooks specification (`v1`), under its own header names and
 * Svix's, whichever come first in `brands`. Entries of other versions (`v1a`) are passed over.
 */
export function standardWebhooksScheme(brands: readonly string[]): HmacScheme {
  const headers = (part: string) => brands.map((brand) => `${brand}-${part}`);
  return {
    kind: 'hmac',
    algorithm: 'sha256',
    encoding: 'base64',
    key: 'whsec',
    signature: {
      headers: headers('signature'),
      prefix: 'v1,',
      format: { kind: 'list', separator: ' ' },
    },
    message: [{ header: headers('id') }, { literal: '.' }, 'timestamp', { literal: '.' }, 'body'],
    timestamp: {
      from: { header: headers('timestamp') },
      unit: 's',
      toleranceSeconds: 300,
      window: 'both',
    },
  };
}

/** The parts that every sender of this scheme shares. */
export function standardWebhooksRow(
  brands: readonly string[],
): Pick<Provider, 'scheme' | 'secret' | 'coversBody' | 'event' | 'hasConfirmedId'> {
  return {
    scheme: standardWebhooksScheme(brands),
    secret: {
      madeBy: 'sender',
      format: 'whsec',
      placeholder: 'whsec_…',
      problem: whsecProblem,
    },
    coversBody: true,
    event: { type: [inBody('type')], id: brands.map((brand) => inHeader(`${brand}-id`)) },
    hasConfirmedId: true,
  };
}

function whsecProblem(value: string): string | null {
  if (/^wh[ps]k_/.test(value)) {
    return 'This is a key of the asymmetric variant (v1a), which is not supported. Use the whsec_ secret.';
  }
  return keyBytes(value, 'whsec')
    ? null
    : 'This secret is base64, with or without whsec_ before it. Copy it whole.';
}
