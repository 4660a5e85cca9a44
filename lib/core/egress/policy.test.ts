import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inRange, parseAddress, parseRange } from './address.ts';
import { EgressPolicy } from './policy.ts';

const closed = new EgressPolicy([]);
const verdict = (url: string, policy = closed) => {
  const target = policy.target(url);
  return target.ok ? 'open' : target.error.code;
};

test.each([
  ['0.0.0.0', '0.255.255.255', '1.0.0.0', ''],
  ['10.0.0.0', '10.255.255.255', '11.0.0.0', '9.255.255.255'],
  ['100.64.0.0', '100.127.255.255', '100.128.0.0', '100.63.255.255'],
  ['127.0.0.0', '127.255.255.255', '128.0.0.0', '126.255.255.255'],
  ['169.254.0.0', '169.254.255.255', '169.255.0.0', '169.253.255.255'],
  ['172.16.0.0', '172.31.255.255', '172.32.0.0', '172.15.255.255'],
  ['192.0.0.0', '192.0.0.255', '192.0.1.0', '191.255.255.255'],
  ['192.0.2.0', '192.0.2.255', '192.0.3.0', '192.0.1.255'],
  ['192.88.99.0', '192.88.99.255', '192.88.100.0', '192.88.98.255'],
  ['192.168.0.0', '192.168.255.255', '192.169.0.0', '192.167.255.255'],
  ['198.18.0.0', '198.19.255.255', '198.20.0.0', '198.17.255.255'],
  ['198.51.100.0', '198.51.100.255', '198.51.101.0', '198.51.99.255'],
  ['203.0.113.0', '203.0.113.255', '203.0.114.0', '203.0.112.255'],
  ['224.0.0.0', '255.255.255.255', '', '223.255.255.255'],
  ['168.63.129.16', '168.63.129.16', '168.63.129.17', '168.63.129.15'],
])('%s to %s is closed, the addresses around it are open', (...addresses) => {
  const [first, last, after, before] = addresses;
  expect(verdict(`http://${first}/`)).toBe('egress_blocked');
  expect(verdict(`https://${last}:8443/x`)).toBe('egress_blocked');
  expect(verdict(`http://[::ffff:${last}]/`)).toBe('egress_blocked');
  expect(verdict(`http://[64:ff9b::${last}]/`)).toBe('egress_blocked');
  for (const open of [after, before].filter((address) => address !== '')) {
    expect([open, verdict(`http://${open}/`)]).toEqual([open, 'open']);
    expect([open, verdict(`http://[::ffff:${open}]/`)]).toEqual([open, 'open']);
  }
});

test.each([
  '::',
  '::1',
  '::7f00:1',
  '::8.8.8.8',
  '::ffff:0:8.8.8.8',
  '64:ff9b:1::808:808',
  '100::1',
  '2001::1',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  '2001:1ff::1',
  '2001:db8::1',
  '2002:808:808::1',
  '3fff:fff::1',
  '5f00::1',
  'fc00::1',
  'fdff::1',
  'fe80::1',
  'febf::1',
  'fec0::1',
  'ff02::1',
  'fd00:ec2::254',
  '4000::1',
  '1fff::1',
])('the IPv6 address %s is closed', (address) => {
  expect(verdict(`http://[${address}]/`)).toBe('egress_blocked');
});

test.each([
  '2606:4700:4700::1111',
  '2001:4860:4860::8888',
  '2a00:1450:4001:82a::200e',
  '2001:200::1',
])('the IPv6 address %s is open', (address) =>
  expect(verdict(`http://[${address}]/`)).toBe('open'),
);

test.each([
  'http://0x7f000001/',
  'http://2130706433/',
  'http://0177.1/',
  'http://127.1/',
  'http:/127.0.0.1/',
  'http:127.0.0.1',
  'http://127。0。0。1/',
  'http://①②⑦.0.0.1/',
  'http://%31%32%37.0.0.1/',
  'http://user@127.0.0.1/',
  'http://127.0.0.1./',
  '\thttp://127.0.0.1/\n',
  'http://127.0.0.1\\@a.example/',
])('%j is loopback, however it is spelt', (url) => expect(verdict(url)).toBe('egress_blocked'));

test.each([
  '',
  'a.example',
  'http://',
  'http://256.1.1.1/',
  'http://[::1',
  'http://[fe80::1%25eth0]/',
  'file:///etc/passwd',
  'ftp://a.example/',
  'javascript:alert(1)',
  'ws://a.example/',
  'unix:/run/x.sock',
  `https://a.example/${'x'.repeat(20_000)}`,
])('%j is no address to call', (url) => expect(verdict(url)).toBe('invalid_url'));

test('a range that was opened is open, what lies beside it is not', () => {
  const policy = new EgressPolicy([
    '127.0.0.1/32',
    '10.0.0.0/24',
    'fd12::/16',
    '::ffff:172.16.0.0/108',
  ]);
  for (const url of [
    'http://127.0.0.1:9/',
    'http://10.0.0.255/',
    'http://[fd12:3::4]/',
    'http://172.31.0.1/',
  ]) {
    expect([url, verdict(url, policy)]).toEqual([url, 'open']);
  }
  for (const url of ['http://127.0.0.2/', 'http://10.0.1.0/', 'http://[fd13::4]/']) {
    expect([url, verdict(url, policy)]).toEqual([url, 'egress_blocked']);
  }
});

test('a host that was opened may have private addresses, and lends them to no other name', () => {
  const policy = new EgressPolicy(['Desk.Internal', 'db']);
  expect(policy.refusalOf('10.0.0.7', 'desk.internal')).toBeNull();
  expect(policy.refusalOf('::1', 'db.')).toBeNull();
  expect(policy.refusalOf('10.0.0.7', 'evil.example')?.code).toBe('egress_blocked');
  expect(policy.refusalOf('10.0.0.7', 'sub.desk.internal')?.code).toBe('egress_blocked');
  expect(verdict('http://10.0.0.7/', policy)).toBe('egress_blocked');
});

test('a cloud’s metadata stays closed unless that very address was opened', () => {
  const broad = new EgressPolicy(['0.0.0.0/0', '169.254.0.0/16', 'metadata.internal', '::/0']);
  for (const address of [
    '169.254.169.254',
    '100.100.100.200',
    '168.63.129.16',
    '[fd00:ec2::254]',
  ]) {
    expect(verdict(`http://${address}/`, broad)).toBe('egress_blocked');
  }
  expect(verdict('http://[::ffff:169.254.169.254]/', broad)).toBe('egress_blocked');
  expect(broad.refusalOf('169.254.169.254', 'metadata.internal')?.code).toBe('egress_blocked');
  expect(verdict('http://10.1.2.3/', broad)).toBe('open');
  expect(verdict('http://169.254.169.254/', new EgressPolicy(['169.254.169.254']))).toBe('open');
});

test('an address nobody can read is closed', () => {
  for (const text of [
    undefined,
    '',
    'localhost',
    '1.2.3',
    '010.1.1.1',
    '1.2.3.4.5',
    ':::',
    '1::2::3',
  ]) {
    expect(closed.refusalOf(text, 'a.example')?.code).toBe('egress_blocked');
  }
  expect(closed.refusalOf('fe80::1%eth0', 'a.example')?.code).toBe('egress_blocked');
});

test('an address reads the same however it is written, and lies in every range cut from it', () => {
  const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(groups, fc.integer({ min: 0, max: 128 }), (parts, prefix) => {
      const long = parts.map((part) => part.toString(16).padStart(4, '0')).join(':');
      const written = new URL(`http://[${long}]/`).hostname;
      const address = parseAddress(long)!;
      expect(parseAddress(written)).toEqual(address);
      if (address.family === 4) return;
      expect(inRange(address, parseRange(`${long}/${prefix}`)!)).toBe(true);
      const flipped = [...address.bytes];
      if (prefix === 0) return;
      flipped[(prefix - 1) >> 3]! ^= 0x80 >> ((prefix - 1) & 7);
      expect(inRange({ family: 6, bytes: flipped }, parseRange(`${long}/${prefix}`)!)).toBe(false);
    }),
  );
});

test.each([
  '10.0.0.0/33',
  '10.0.0.256',
  '10.0.0',
  '*.internal',
  'http://desk',
  'desk:8080',
  'a..b',
  'fd00::/x',
])('an allowance of "%s" keeps Hookline from starting, with a sentence', (entry) => {
  expect(() => new EgressPolicy([entry])).toThrow(`HOOKLINE_EGRESS_ALLOW holds “${entry}”`);
});
