import type { HeaderList } from '#lib/core/request/inbound-request.ts';

/** Something in a header that could be a digest, and how it is written. */
export type FoundDigest = {
  header: string;
  encoding: 'hex' | 'upper-case hex' | 'base64' | 'base64url';
  /** What stands directly before it, e.g. `sha256=`. */
  before: string;
};

/** SHA-1, SHA-256, SHA-384, SHA-512. */
const digestLengths = new Set([20, 32, 48, 64]);
const longestValue = 8192;
const mostItems = 200;

/** Every such text of all headers, by its bytes in hex. The first place counts. */
export function findDigests(headers: HeaderList): Map<string, FoundDigest> {
  const found = new Map<string, FoundDigest>();
  for (const [name, value] of headers) {
    if (value.length > longestValue) continue;
    for (const item of value.split(/[\s;]+/, mostItems)) addItem(found, name.toLowerCase(), item);
  }
  return found;
}

/** `v1,abc=`, `t=1,v1=abc`, `sha256=abc`, `abc`: each tail after a comma or an equals sign may be it. */
function addItem(found: Map<string, FoundDigest>, header: string, item: string): void {
  for (const part of item.split(',')) {
    const comma = item.startsWith(part) ? '' : leadingVersion(item);
    add(found, part, { header, before: comma });
    const equals = part.indexOf('=');
    if (equals > 0)
      add(found, part.slice(equals + 1), { header, before: part.slice(0, equals + 1) });
  }
}

function leadingVersion(item: string): string {
  return /^v\d+[a-z]?,/.exec(item)?.[0] ?? '';
}

function add(
  found: Map<string, FoundDigest>,
  text: string,
  at: { header: string; before: string },
): void {
  for (const [encoding, pattern, decode] of encodings) {
    if (!pattern.test(text)) continue;
    const bytes = Buffer.from(text, decode);
    const key = bytes.toString('hex');
    if (digestLengths.has(bytes.length) && !found.has(key)) found.set(key, { ...at, encoding });
  }
}

const encodings: readonly [FoundDigest['encoding'], RegExp, BufferEncoding][] = [
  ['hex', /^(?:[0-9a-f]{2})+$/, 'hex'],
  ['upper-case hex', /^(?:[0-9a-fA-F]{2})+$/, 'hex'],
  ['base64', /^[A-Za-z0-9+/]+={0,2}$/, 'base64'],
  ['base64url', /^[A-Za-z0-9_-]+={0,2}$/, 'base64url'],
];
