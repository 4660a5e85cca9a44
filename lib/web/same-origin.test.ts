import { expect, test } from 'vitest';
import { crossSiteProblem } from './same-origin.ts';

function call(method: string, headers: Record<string, string>) {
  return crossSiteProblem(new Request('http://app.test/api/v1/tokens', { method, headers }));
}
const json = { 'content-type': 'application/json; charset=utf-8' };

test('a change from our own page passes', () => {
  expect(call('POST', { 'sec-fetch-site': 'same-origin', ...json })).toBeNull();
  expect(call('POST', { origin: 'https://app.test', host: 'app.test', ...json })).toBeNull();
  expect(call('DELETE', { origin: 'http://[::1]:3000', host: '[::1]:3000', ...json })).toBeNull();
});

test('a change from another site, a sibling domain or nowhere is refused', () => {
  for (const site of ['cross-site', 'same-site', 'none'])
    expect(call('POST', { 'sec-fetch-site': site, ...json })?.code).toBe('forbidden');
  const evil = { origin: 'https://evil.test', host: 'app.test', ...json };
  expect(call('POST', evil)?.code).toBe('forbidden');
  expect(call('POST', { ...evil, origin: 'null' })?.code).toBe('forbidden');
  expect(call('POST', { ...evil, origin: 'https://app.test.evil.test' })?.code).toBe('forbidden');
  expect(call('POST', { host: 'app.test', ...json })?.code).toBe('forbidden');
});

test('what the browser says about the site wins over the origin', () => {
  const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://app.test', host: 'app.test' };
  expect(call('POST', { ...headers, ...json })?.code).toBe('forbidden');
});

test('a form from our own origin is refused: only JSON changes things', () => {
  const own = { 'sec-fetch-site': 'same-origin' };
  expect(call('POST', { ...own, 'content-type': 'text/plain' })?.code).toBe('forbidden');
  expect(call('PUT', { ...own, 'content-type': 'application/jsonp' })?.code).toBe('forbidden');
  expect(call('PATCH', own)?.code).toBe('forbidden');
});
