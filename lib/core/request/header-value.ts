import type { HeaderList } from './inbound-request.ts';

/**
 * The value of a header, whatever its case; repeats joined by `, ` (RFC 9110 §5.3). Undefined where
 * it didn't come. `name` is lower-case. A scan that compares lengths first beats building a map for
 * the few names the door asks for, and counting beats `for … of`, whose iterators the door would
 * make by the hundred for each request.
 */
export function headerValue(headers: HeaderList, name: string): string | undefined {
  let found: string | undefined;
  for (let index = 0; index < headers.length; index += 1) {
    const header = headers[index];
    if (!header || !isNamed(header[0], name)) continue;
    found = found === undefined ? header[1] : `${found}, ${header[1]}`;
  }
  return found;
}

/** The value of the first of these headers that came with one; empty values count as absent. */
export function firstHeader(
  headers: HeaderList,
  names: readonly string[],
): { name: string; value: string } | undefined {
  for (const name of names) {
    const value = headerValue(headers, name);
    if (value) return { name, value };
  }
  return undefined;
}

function isNamed(sent: string, name: string): boolean {
  return sent.length === name.length && (sent === name || sent.toLowerCase() === name);
}
