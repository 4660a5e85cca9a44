import { expect, test } from 'vitest';
import { isSecureHost } from './secure-host.ts';

const app = 'https://app.example';

test('cookies go over https only where people are said to come by https', () => {
  expect(isSecureHost('app.example', { HOOKLINE_APP_URL: app })).toBe(true);
  expect(isSecureHost('localhost:3000', { HOOKLINE_APP_URL: 'http://localhost:3000' })).toBe(false);
});

test('a public address of senders counts only for who comes through it', () => {
  const tunnel = { HOOKLINE_PUBLIC_URL: 'https://tunnel.example' };
  expect(isSecureHost('Tunnel.example', tunnel)).toBe(true);
  expect(isSecureHost('localhost:3000', tunnel)).toBe(false);
  expect(isSecureHost('localhost:3000', {})).toBe(false);
  expect(isSecureHost(null, tunnel)).toBe(false);
});
