import { headerValue } from '#lib/core/request/header-value.ts';
import type { HeaderList } from '#lib/core/request/inbound-request.ts';
import type { HmacScheme, SignatureFormat } from './scheme.ts';

/** Signatures that stand together, with the timestamp among them if the format has one. */
export type SignatureGroup = { timestamp: string | undefined; signatures: string[] };

/** More would only make a hostile request dear: each group costs an HMAC, each signature a comparison. */
const maxHeader = 16_384;
const maxGroups = 4;
const maxSignatures = 32;

export type SignatureHeader = { name: string; value: string };

/** The headers that may hold a signature, those that came with something in them. */
export function signatureHeaders(
  place: HmacScheme['signature'],
  headers: HeaderList,
): SignatureHeader[] {
  const found: SignatureHeader[] = [];
  for (const name of place.headers) {
    const value = headerValue(headers, name);
    if (value) found.push({ name, value });
  }
  return found;
}

/** Reads one header's value. Never throws; what doesn't fit the format yields no signature. */
export function readSignatures(format: SignatureFormat, value: string): SignatureGroup[] {
  if (value.length > maxHeader) return [];
  switch (format.kind) {
    case 'single':
      return [{ timestamp: undefined, signatures: [value] }];
    case 'list':
      return [{ timestamp: undefined, signatures: listItems(value, format.separator) }];
    case 'positional': {
      const [timestamp, ...signatures] = listItems(value, format.separator);
      return [{ timestamp, signatures }];
    }
    case 'pairs':
      return (format.groups ? value.split(format.groups, maxGroups) : [value]).map((group) =>
        readPairs(format, group),
      );
  }
}

/** Lines of a repeated header arrive joined by `, `: in a space list the comma is no part of an item. */
function listItems(value: string, separator: ' ' | ','): string[] {
  return value
    .split(separator, maxSignatures)
    .map((item) => (separator === ' ' ? item.replace(/,$/, '') : item.trim()))
    .filter((item) => item !== '');
}

type PairsFormat = Extract<SignatureFormat, { kind: 'pairs' }>;

function readPairs(format: PairsFormat, group: string): SignatureGroup {
  const signatures: string[] = [];
  let timestamp: string | undefined;
  for (const item of group.split(format.separator, 2 * maxSignatures)) {
    const equals = item.indexOf('=');
    if (equals < 0) continue;
    const name = item.slice(0, equals).trim();
    const value = item.slice(equals + 1).trim();
    if (name === format.signature && signatures.length < maxSignatures) signatures.push(value);
    if (name !== format.timestamp) continue;
    // Two different times under one signature: no sender does that, so neither is believed.
    if (timestamp !== undefined && timestamp !== value)
      return { timestamp: undefined, signatures: [] };
    timestamp = value;
  }
  return { timestamp, signatures };
}
