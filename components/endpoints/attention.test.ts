import { expect, test } from 'vitest';
import { attentionOf } from './attention.ts';
import { shortUrl } from './short-url.ts';

const now = Date.parse('2026-11-24T09:00:00Z');
const later = '2026-11-25T09:00:00Z';
const earlier = '2026-11-23T09:00:00Z';
const secret = { id: 's', hint: '…sses', createdAt: earlier, expiresAt: null };
const healthy = {
  enabled: true,
  expiresAt: null,
  verification: { scheme: 'github', secrets: [secret] },
  previousUrls: [],
};

test('an endpoint that is open and can verify needs nothing', () => {
  expect(attentionOf(healthy, now)).toBeUndefined();
  expect(attentionOf({ ...healthy, verification: { scheme: 'none', secrets: [] } }, now)).toBe(
    undefined,
  );
});

test('an endpoint whose secrets have all ended refuses everybody', () => {
  const secrets = [{ ...secret, expiresAt: earlier }];
  const verification = { scheme: 'github', secrets };
  expect(attentionOf({ ...healthy, verification }, now)).toEqual({ kind: 'no_secret' });
  const running = { scheme: 'github', secrets: [{ ...secret, expiresAt: later }] };
  expect(attentionOf({ ...healthy, verification: running }, now)).toBeUndefined();
});

test('the worst is said first: ended, closed, then what will end', () => {
  const previousUrls = [{ ending: 'Yk2c', expiresAt: later }];
  const closed = { ...healthy, enabled: false, previousUrls };
  expect(attentionOf({ ...closed, expiresAt: earlier }, now)?.kind).toBe('ended');
  expect(attentionOf(closed, now)?.kind).toBe('closed');
  expect(attentionOf({ ...healthy, expiresAt: later, previousUrls }, now)?.kind).toBe('ends');
  expect(attentionOf({ ...healthy, previousUrls }, now)).toEqual({
    kind: 'old_url',
    at: new Date(later),
  });
});

test('a URL in a list shows where it leads and both ends of its token', () => {
  expect(shortUrl('https://hooks.acme.example/hooks/k7Qm2vX9dR4sBn8LwTz5f3Rt')).toBe(
    '/hooks/k7Qm2v…f3Rt',
  );
  expect(shortUrl('http://localhost:3000/hooks/short')).toBe('/hooks/short');
});
