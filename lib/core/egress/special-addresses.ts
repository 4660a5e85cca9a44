import { type Address, inRange, parseRange, type Range } from './address.ts';

/**
 * Why an address is not part of the public Internet. `metadata`: it hands out a machine's
 * credentials at a cloud.
 */
export type SpecialUse =
  | 'loopback'
  | 'private network'
  | 'link-local'
  | 'metadata'
  | 'shared address space'
  | 'unspecified'
  | 'multicast'
  | 'documentation'
  | 'transition'
  | 'reserved';

function table(
  rows: readonly (readonly [string, SpecialUse])[],
): readonly (readonly [Range, SpecialUse])[] {
  return rows.map(([text, use]) => {
    const range = parseRange(text);
    if (!range) throw new Error(`${text} is no range.`);
    return [range, use];
  });
}

/** Asked first: a broad allowance of the range around them doesn't open these. */
const metadata = table([
  ['169.254.169.254/32', 'metadata'],
  ['169.254.170.2/32', 'metadata'],
  ['169.254.170.23/32', 'metadata'],
  ['100.100.100.200/32', 'metadata'],
  ['192.0.0.192/32', 'metadata'],
  // Azure's wire server: a public address that only ever means the own host.
  ['168.63.129.16/32', 'metadata'],
  ['fd00:ec2::254/128', 'metadata'],
  ['fd00:ec2::23/128', 'metadata'],
  ['fd20:ce::254/128', 'metadata'],
]);

/** IANA's special-purpose registry of IPv4, and multicast. */
const ipv4 = table([
  ['0.0.0.0/8', 'unspecified'],
  ['10.0.0.0/8', 'private network'],
  ['100.64.0.0/10', 'shared address space'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link-local'],
  ['172.16.0.0/12', 'private network'],
  ['192.0.0.0/24', 'reserved'],
  ['192.0.2.0/24', 'documentation'],
  ['192.88.99.0/24', 'transition'],
  ['192.168.0.0/16', 'private network'],
  ['198.18.0.0/15', 'reserved'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved'],
]);

/** What IPv6 has outside 2000::/3 is named here only for the words; all of it is closed. */
const ipv6 = table([
  ['::/128', 'unspecified'],
  ['::1/128', 'loopback'],
  ['::/96', 'transition'],
  ['::ffff:0:0:0/96', 'transition'],
  ['64:ff9b:1::/48', 'transition'],
  ['fc00::/7', 'private network'],
  ['fe80::/10', 'link-local'],
  ['fec0::/10', 'private network'],
  ['ff00::/8', 'multicast'],
  // Within 2000::/3: IETF protocol assignments (Teredo, ORCHID…), documentation, 6to4.
  ['2001::/23', 'transition'],
  ['2001:db8::/32', 'documentation'],
  ['3fff::/20', 'documentation'],
  ['2002::/16', 'transition'],
]);
const globalUnicast = parseRange('2000::/3');
/** RFC 6052: machines with IPv6 alone reach public IPv4 through it. */
const nat64 = parseRange('64:ff9b::/96');

/** Null for an address of the public Internet. NAT64 counts as the IPv4 address inside it. */
export function specialUse(address: Address): SpecialUse | null {
  const meta = find(metadata, address);
  if (meta) return meta;
  if (address.family === 4) return find(ipv4, address);
  if (nat64 && inRange(address, nat64)) {
    return specialUse({ family: 4, bytes: address.bytes.slice(12) });
  }
  const found = find(ipv6, address);
  if (found) return found;
  return globalUnicast && inRange(address, globalUnicast) ? null : 'reserved';
}

function find(
  rows: readonly (readonly [Range, SpecialUse])[],
  address: Address,
): SpecialUse | null {
  for (const [range, use] of rows) if (inRange(address, range)) return use;
  return null;
}
