import { parseAddress } from '#lib/core/egress/address.ts';
import { specialUse } from '#lib/core/egress/special-addresses.ts';

/**
 * Who can send to a webhook URL, by its host alone: the whole Internet, this network, or this
 * machine. `told` is the server's word: without a public URL it only knows its own address.
 */
export function reachableFrom(
  url: string,
  told: 'public' | 'local',
): 'anywhere' | 'network' | 'machine' {
  const host = hostOf(url);
  const address = parseAddress(host);
  const use = address ? specialUse(address) : null;
  if (use === 'loopback' || host === 'localhost' || host.endsWith('.localhost')) return 'machine';
  const isPrivate = use !== null || /\.(?:local|internal|lan|home\.arpa)$/.test(host);
  const isBare = !address && !host.includes('.');
  return isPrivate || isBare || told === 'local' ? 'network' : 'anywhere';
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname.toLowerCase() ?? '';
}
