import { expect, test } from 'vitest';
import { senderAddress } from '#lib/core/request/sender-address.ts';
import { IpList } from './ip-list.ts';

const list = new IpList(['10.0.0.0/8', '2001:db8::/32', '192.0.2.7']);

test('addresses and ranges of both families are told apart', () => {
  const listed = ['10.1.2.3', '2001:db8::1', '192.0.2.7'];
  const others = ['11.0.0.1', '2001:db9::1', '192.0.2.8', '', 'nonsense', '10.0.0.1, x'];
  expect(listed.filter((address) => !list.has(address))).toEqual([]);
  expect(others.filter((address) => list.has(address))).toEqual([]);
});

test('only our proxies are believed about where a request comes from', () => {
  const from = (remote: string, forwarded?: string, trusted: IpList | null = list) =>
    senderAddress({ remote, forwarded, trusted });
  expect(from('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
  expect(from('10.0.0.1', '198.51.100.1')).toBe('198.51.100.1');
  expect(from('::ffff:10.0.0.1', '198.51.100.1')).toBe('198.51.100.1');
  expect(from('10.0.0.1', '1.1.1.1, 198.51.100.1, 10.0.0.2')).toBe('198.51.100.1');
  expect(from('10.0.0.1', 'unknown, 10.0.0.2')).toBe('unknown');
  expect(from('10.0.0.1', undefined)).toBe('10.0.0.1');
  expect(from('10.0.0.1', '198.51.100.1', null)).toBe('10.0.0.1');
});
