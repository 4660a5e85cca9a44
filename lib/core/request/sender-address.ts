/** Which addresses are meant; never throws, whatever text it is asked about. */
export type AddressList = { has(address: string): boolean };

export type Hops = {
  /** Who is connected to us. */
  remote: string;
  /** `X-Forwarded-For`, as sent. */
  forwarded: string | undefined;
  /** Whose word about others is believed; null: nobody's. */
  trusted: AddressList | null;
};

/** The last address on the way that isn't one of our proxies: what stands before it anybody can write. */
export function senderAddress({ remote, forwarded, trusted }: Hops): string {
  const nearest = plainAddress(remote);
  if (!trusted || forwarded === undefined || !trusted.has(nearest)) return nearest;
  const chain = forwarded.split(',').map((part) => plainAddress(part.trim()));
  return chain.findLast((address) => !trusted.has(address)) ?? nearest;
}

/** IPv4 as itself, also where the socket speaks IPv6. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}
