import { connect, isIP } from 'node:net';
import type { Dial } from './egress.ts';

/**
 * Stands in for the network: every connection that the guard lets through ends at a local port, and the
 * address it would have gone to is noted. `landsAt` has the socket end up elsewhere than asked.
 */
export function testDial(port: number, reached: string[], landsAt?: string): Dial {
  return (lookup) => (options, callback) => {
    const open = (address: string) => {
      reached.push(address);
      const socket = connect(port, '127.0.0.1');
      Object.defineProperty(socket, 'remoteAddress', { value: landsAt ?? address });
      socket.once('connect', () => callback(null, socket));
      socket.once('error', (error) => callback(error, null));
    };
    const literal = options.hostname.replace(/^\[|\]$/g, '');
    if (isIP(literal)) return open(literal);
    lookup(options.hostname, { all: true }, (error, found) => {
      const [first] = Array.isArray(found) ? found : [];
      if (error || !first) callback(error ?? new Error('No address.'), null);
      else open(first.address);
    });
  };
}
