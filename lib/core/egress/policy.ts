import { err, ok, type Result } from '#lib/core/result.ts';
import { startRefusal } from '#lib/core/start-refusal.ts';
import { type Address, inRange, parseAddress, parseRange, type Range } from './address.ts';
import { specialUse } from './special-addresses.ts';

export type EgressProblem = { code: 'egress_blocked' | 'invalid_url'; message: string };
/** `address` is set where the host is an IP literal, which no look-up will ever be asked about. */
export type Target = { url: URL; host: string; address: Address | null };

const maxUrlLength = 16_384;

/**
 * Which addresses outbound calls may reach: the public Internet, and what an administrator has opened
 * by range or by host name. A host's entry opens that host's private addresses, for calls by that name
 * alone. A cloud's metadata addresses open only to an entry for that very address.
 */
export class EgressPolicy {
  readonly #ranges: Range[] = [];
  readonly #hosts = new Set<string>();

  /**
   * Entries as in `HOOKLINE_EGRESS_ALLOW`: addresses, CIDR ranges, host names. Throws a start refusal
   * for anything else: a slip must not pass for a host nobody has.
   */
  constructor(allow: readonly string[]) {
    for (const entry of allow) {
      const range = parseRange(entry);
      if (range) this.#ranges.push(range);
      else if (hostShape.test(entry)) this.#hosts.add(hostKey(entry));
      else throw startRefusal(unreadable(entry));
    }
  }

  /** Reads a URL the way the call will, and checks what can be told without a look-up. */
  target(text: string): Result<Target, EgressProblem> {
    if (text.length > maxUrlLength || !URL.canParse(text)) {
      return invalid('This is not a URL. Write one that starts with https:// or http://.');
    }
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
      return invalid(`Calls go to https:// or http:// addresses, not to ${url.protocol}`);
    }
    const { hostname } = url;
    const address = isLiteral(hostname) ? (parseAddress(hostname) ?? null) : null;
    if (address) {
      const refused = this.refusal(address, hostname);
      if (refused) return err(refused);
    }
    return ok({ url, host: hostname, address });
  }

  /** Null where a call to `host` may go to this address. */
  refusal(address: Address, host: string): EgressProblem | null {
    const use = specialUse(address);
    if (use === null || this.#allows(address, { host, exact: use === 'metadata' })) return null;
    const message =
      use === 'private network' || use === 'loopback'
        ? `${host} is inside a private network. Ask an owner to allow it.`
        : `${host} is not an address of the public Internet (${use}). Ask an owner to allow it.`;
    return { code: 'egress_blocked', message };
  }

  /** As {@link refusal}, for an address as a resolver or a socket writes it. */
  refusalOf(text: string | undefined, host: string): EgressProblem | null {
    const address = parseAddress(text ?? '');
    if (address) return this.refusal(address, host);
    return { code: 'egress_blocked', message: `${host} has no address that can be checked.` };
  }

  #allows(address: Address, asked: { host: string; exact: boolean }): boolean {
    const bits = address.bytes.length * 8;
    const open = this.#ranges.some(
      (range) => inRange(address, range) && (!asked.exact || range.prefix === bits),
    );
    return open || (!asked.exact && this.#hosts.has(hostKey(asked.host)));
  }
}

function invalid(message: string): Result<never, EgressProblem> {
  return err({ code: 'invalid_url', message });
}

/** The URL parser has brought every spelling of an address to one of these two forms. */
function isLiteral(hostname: string): boolean {
  const last = hostname.charCodeAt(hostname.length - 1);
  return hostname.startsWith('[') || (last >= 0x30 && last <= 0x39);
}

/** A name whose last label isn't a number; that would be an address, badly written. */
const hostShape = /^(?!.*(^|\.)[0-9]+\.?$)[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/i;

function unreadable(entry: string): string {
  return `HOOKLINE_EGRESS_ALLOW holds “${entry}”: write addresses, ranges like 10.0.0.0/8 or host names, with commas between.`;
}

function hostKey(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}
