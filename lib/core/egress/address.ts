/** An IP address as its bits: 4 or 16 bytes. An IPv4 address mapped into IPv6 is its IPv4 address. */
export type Address = { readonly family: 4 | 6; readonly bytes: readonly number[] };

const ipv4Shape = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/**
 * Reads an address as resolvers, sockets and the WHATWG URL parser write it (RFC 4291 §2.2, brackets
 * and a zone allowed). Undefined for anything else, octal and short spellings too.
 */
export function parseAddress(text: string): Address | undefined {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (!bare.includes(':')) return parseIpv4(bare);
  const [address = ''] = bare.split('%');
  const bytes = parseIpv6(address);
  return bytes && withoutMapping({ family: 6, bytes });
}

function parseIpv4(text: string): Address | undefined {
  const parts = ipv4Shape.exec(text);
  if (!parts) return undefined;
  const bytes = parts.slice(1).map(Number);
  const sound = parts.slice(1).every((part) => part === String(Number(part)) && Number(part) < 256);
  return sound ? { family: 4, bytes } : undefined;
}

function parseIpv6(text: string): number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = groupsOf(halves[0] ?? '');
  const tail = halves.length === 2 ? groupsOf(halves[1] ?? '') : [];
  if (!head || !tail) return undefined;
  const missing = 16 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 2) return undefined;
  return [...head, ...new Array<number>(missing).fill(0), ...tail];
}

/** Bytes of colon-separated groups; the last may be a dotted IPv4 address. */
function groupsOf(text: string): number[] | undefined {
  if (text === '') return [];
  const bytes: number[] = [];
  const groups = text.split(':');
  for (const [index, group] of groups.entries()) {
    const dotted = index === groups.length - 1 ? parseIpv4(group) : undefined;
    if (dotted) bytes.push(...dotted.bytes);
    else if (/^[0-9a-fA-F]{1,4}$/.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 0xff);
    } else return undefined;
  }
  return bytes.length > 16 ? undefined : bytes;
}

const mappedPrefix = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];

function withoutMapping(address: Address): Address {
  const mapped = mappedPrefix.every((byte, index) => address.bytes[index] === byte);
  return mapped ? { family: 4, bytes: address.bytes.slice(12) } : address;
}

export type Range = { readonly address: Address; readonly prefix: number };

/** `10.0.0.0/8`, `fc00::/7`, or an address alone. Undefined for anything else. */
export function parseRange(text: string): Range | undefined {
  const [base = '', length, ...rest] = text.split('/');
  const address = parseAddress(base);
  if (!address || rest.length > 0) return undefined;
  const bits = address.bytes.length * 8;
  if (length === undefined) return { address, prefix: bits };
  if (!/^\d{1,3}$/.test(length)) return undefined;
  // A range of mapped addresses counts from the 96 bits that say "mapped".
  const mapped = base.includes(':') && address.family === 4;
  const prefix = Number(length) - (mapped ? 96 : 0);
  return prefix < 0 || prefix > bits ? undefined : { address, prefix };
}

export function inRange({ family, bytes }: Address, { address, prefix }: Range): boolean {
  if (family !== address.family) return false;
  const whole = prefix >> 3;
  for (let index = 0; index < whole; index += 1) {
    if (bytes[index] !== address.bytes[index]) return false;
  }
  const rest = prefix & 7;
  if (rest === 0) return true;
  const shift = 8 - rest;
  return (bytes[whole] ?? 0) >> shift === (address.bytes[whole] ?? 0) >> shift;
}
