import { expect, test } from 'vitest';
import {
  dedupePart,
  eventPart,
  ipAllowPart,
  resolveEndpointConfig,
  responsePart,
} from './endpoint-config.ts';

const confirmed = { hasConfirmedId: true };
const unknown = { hasConfirmedId: false };

test('an endpoint nobody configured takes POST, checks nothing and limits bodies to 10 MiB', () => {
  expect(resolveEndpointConfig({}, unknown)).toMatchObject({
    enabled: true,
    methods: ['POST'],
    verification: { scheme: 'none' },
    rateLimit: null,
    maxBodyBytes: 10_485_760,
    dedupe: { from: 'off' },
    response: { status: 202, waitSeconds: 10 },
  });
});

test('duplicates are told apart unasked only where the sender numbers its deliveries', () => {
  expect(resolveEndpointConfig({}, confirmed).dedupe.from).toBe('event');
  expect(
    resolveEndpointConfig({ dedupe: { from: 'off', windowSeconds: 60 } }, confirmed).dedupe.from,
  ).toBe('off');
});

test('a rate limit without a burst allows one second at once', () => {
  expect(resolveEndpointConfig({ rateLimit: { perSecond: 2.5 } }, unknown).rateLimit).toEqual({
    perSecond: 2.5,
    burst: 3,
  });
  expect(
    resolveEndpointConfig({ rateLimit: { perSecond: 50, burst: 100 } }, unknown).rateLimit,
  ).toEqual({ perSecond: 50, burst: 100 });
});

test('a configured answer may not set cookies, policies, framing or broken values', () => {
  for (const headers of [
    { 'Set-Cookie': 'a=b' },
    { 'content-security-policy': "default-src 'self'" },
    { 'Transfer-Encoding': 'chunked' },
    { 'x-a': 'one\r\nset-cookie: two' },
    { 'bad name': 'x' },
  ])
    expect(responsePart.safeParse({ headers }).success).toBe(false);
  expect(responsePart.safeParse({ headers: { 'x-ok': 'yes' }, status: 200 }).success).toBe(true);
});

test('addresses and ranges of both families are accepted, other text is not', () => {
  expect(
    ipAllowPart.safeParse(['192.30.252.0/22', '10.0.0.1', '2001:db8::/32', '::1']).success,
  ).toBe(true);
  for (const bad of ['example.com', '10.0.0.0/33', '10.0.0', ''])
    expect(ipAllowPart.safeParse([bad]).success).toBe(false);
});

test('an event and a dedupe key are looked for in a header or the body', () => {
  expect(eventPart.safeParse({ type: 'body:event_type', id: 'header:x-delivery-id' }).success).toBe(
    true,
  );
  expect(eventPart.safeParse({ type: 'cookie:a' }).success).toBe(false);
  expect(dedupePart.safeParse({ from: 'content' }).success).toBe(true);
  expect(dedupePart.safeParse({ from: 'header:' }).success).toBe(false);
});
