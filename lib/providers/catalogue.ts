import { pathText } from '#lib/core/expression/path.ts';
import type { Json } from '#lib/core/json.ts';
import type { Place } from '#lib/core/request/place.ts';
import type { Scheme } from '#lib/core/verification/scheme.ts';
import type { Provider } from './provider.ts';
import { providerList } from './registry.ts';

/** `GET /api/v1/catalog/providers`: the presets as JSON, in the order to show them. */
export function providerCatalogue(): ProviderEntry[] {
  return providerList.map(catalogueRow);
}

export type ProviderEntry = ReturnType<typeof catalogueRow>;

function catalogueRow(provider: Provider) {
  const { secret, event, answer, setUp } = provider;
  return {
    id: provider.id,
    label: provider.label,
    initials: provider.initials,
    tint: provider.tint,
    setUp: { url: setUp.url, secret: setUp.secret },
    secret: { madeBy: secret.madeBy, format: secret.format, placeholder: secret.placeholder },
    verification: schemeRow(provider.scheme),
    coversBody: provider.coversBody,
    event: {
      type: event.type.map(placeText),
      action: event.action ? placeText(event.action) : null,
      id: event.id.map(placeText),
      hasConfirmedId: provider.hasConfirmedId,
    },
    handshake: provider.handshake !== undefined,
    answer: { expected: answer.expected, withinSeconds: answer.withinSeconds },
    notes: [...provider.notes],
  };
}

function schemeRow(scheme: Scheme): Json {
  if (scheme.kind === 'none') return { kind: 'none' };
  if (scheme.kind === 'token') return { kind: 'token', ...scheme.place };
  return {
    kind: 'hmac',
    headers: [...scheme.signature.headers],
    algorithm: scheme.algorithm,
    encoding: scheme.encoding,
    prefix: scheme.signature.prefix,
    toleranceSeconds: scheme.timestamp?.toleranceSeconds ?? null,
  };
}

function placeText(place: Place): string {
  return place.in === 'header' ? `header:${place.name}` : `body:${pathText(place.path.slice(1))}`;
}
