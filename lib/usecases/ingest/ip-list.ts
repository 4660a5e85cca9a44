import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Addresses and CIDR ranges. Asking about a text that is no address is no error: it isn't listed. */
export class IpList {
  readonly #list = new BlockList();

  /** Throws for what is no address and no range: `ranges` were checked when they were given. */
  constructor(ranges: readonly string[]) {
    for (const range of ranges) {
      const [address = '', prefix] = range.split('/');
      const family = isIPv6(address) ? 'ipv6' : 'ipv4';
      if (prefix === undefined) this.#list.addAddress(address, family);
      else this.#list.addSubnet(address, Number(prefix), family);
    }
  }

  has(address: string): boolean {
    if (isIPv4(address)) return this.#list.check(address, 'ipv4');
    return isIPv6(address) && this.#list.check(address, 'ipv6');
  }
}
