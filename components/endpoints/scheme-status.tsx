'use client';

import { KeyRound, ShieldCheck, ShieldMinus } from 'lucide-react';
import type { Text, TextKey } from '#lib/i18n/text.ts';
import { useText } from '../text.tsx';
import { Status } from '../ui/status.tsx';
import type { Provider } from './endpoint-types.ts';

/** The schemes that no sender owns, in the picker's order. */
export const ownSchemes = [
  'none',
  'hmac',
  'bearer',
  'basic',
  'header_token',
  'query_token',
] as const;

/** `GitHub`, `Bearer token`: how a scheme is called. */
export function schemeName(scheme: string, providers: readonly Provider[], text: Text): string {
  const own = ownSchemes.find((known) => known === scheme);
  if (own) return text(`endpoints.scheme.${own}` satisfies TextKey);
  return providers.find(({ id }) => id === scheme)?.label ?? scheme;
}

/** What a sender has to prove, for lists. */
export function SchemeStatus({
  scheme,
  providers,
}: {
  scheme: string;
  providers: readonly Provider[];
}) {
  const name = schemeName(scheme, providers, useText());
  if (scheme === 'none') {
    return (
      <Status tone="idle" icon={ShieldMinus} quiet>
        {name}
      </Status>
    );
  }
  const signed =
    scheme === 'hmac' || providers.some(({ id, coversBody }) => id === scheme && coversBody);
  return (
    <Status tone={signed ? 'good' : 'hand'} icon={signed ? ShieldCheck : KeyRound} quiet>
      {name}
    </Status>
  );
}
