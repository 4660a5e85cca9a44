import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { EgressPolicy, EgressProblem } from '#lib/core/egress/policy.ts';

/** Every address of a name. Rejects, or gives none, where there is no such name. */
export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;
export type Connector = buildConnector.connector;
/** Opens sockets. Whatever it connects to must come from `lookup`, or be the literal it was given. */
export type Dial = (lookup: LookupFunction) => Connector;

export const resolveBySystem: Resolve = (host) =>
  systemLookup(host, { all: true, order: 'verbatim' });

const connectTimeoutMs = 10_000;

export const dialDirectly: Dial = (lookup) =>
  buildConnector({ lookup, timeout: connectTimeoutMs, allowH2: false });

/** A refusal on its way through sockets, which only know errors. */
type BlockedError = Error & { code: 'EGRESS_BLOCKED' };

function blocked({ message }: EgressProblem): BlockedError {
  return Object.assign(new Error(message), { code: 'EGRESS_BLOCKED' as const });
}

/**
 * A connector that reaches only what the policy allows. There is one look-up, all of its addresses are
 * checked, and the socket connects to one of those: a name can't change its mind in between. The
 * address the socket ended up at is checked once more before a byte of the request is written. IP
 * literals never come to the look-up (Node skips it for them), so whoever calls checks them first.
 */
export function guardedConnector(
  policy: EgressPolicy,
  ways: { resolve: Resolve; dial: Dial },
): Connector {
  const connect = ways.dial(guardedLookup(policy, ways.resolve));
  return (options, callback) => {
    connect(options, (...[error, socket]) => {
      if (error || !socket) return callback(error ?? new Error('No socket came.'), null);
      const refused = policy.refusalOf(socket.remoteAddress, options.hostname);
      if (!refused) return callback(null, socket);
      socket.destroy();
      callback(blocked(refused), null);
    });
  };
}

type Addresses = readonly { address: string; family: number }[];

function guardedLookup(policy: EgressPolicy, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    const give = (addresses: Addresses) => {
      const [first] = addresses;
      const refused = refusalOfAny(policy, addresses, hostname);
      if (!first || refused) callback(refused ?? noAddress(), '', 0);
      else if (options.all) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    };
    resolve(hostname).then(give, (error) => callback(error, '', 0));
  };
}

/** One closed address closes the name: which of them a socket takes is nobody's choice. */
function refusalOfAny(policy: EgressPolicy, addresses: Addresses, host: string) {
  for (const { address } of addresses) {
    const refused = policy.refusalOf(address, host);
    if (refused) return blocked(refused);
  }
  return null;
}

function noAddress(): NodeJS.ErrnoException {
  return Object.assign(new Error('The name has no address.'), { code: 'ENOTFOUND' });
}
