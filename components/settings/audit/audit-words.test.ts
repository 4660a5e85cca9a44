import { expect, test } from 'vitest';
import { audit } from '#lib/i18n/en/audit.ts';
import { textIn } from '#lib/i18n/text-in.ts';
import { type AuditEvent, actionWords, detailWords } from './audit-words.ts';

const text = textIn('en');
const event: AuditEvent = {
  id: '0199a000-0000-7000-8000-000000000001',
  at: '2026-11-24T09:00:00.000Z',
  actor: { type: 'user', id: 'u', label: 'mika@example.com' },
  action: 'endpoint.updated',
  target: { type: 'endpoint', id: 'e', label: 'GitHub' },
  detail: { fields: ['rateLimit', 'ipAllow'] },
  ip: null,
};

test('every action that has words is told in words, any other as it is stored', () => {
  for (const key of Object.keys(audit)) {
    const action = key.slice('audit.'.length);
    expect(actionWords(action, text)).not.toBe(action);
  }
  expect(actionWords('moon.landed', text)).toBe('moon.landed');
});

test('the detail names what was changed, by name and not by id', () => {
  expect(detailWords(event, text)).toBe('GitHub · Changed: rateLimit, ipAllow');
  expect(detailWords({ ...event, target: null, detail: null }, text)).toBe('');
  const invited = {
    ...event,
    action: 'invitation.created',
    target: { type: 'invitation', id: 'i', label: 'lena@example.com' },
    detail: { role: 'editor' },
  };
  expect(detailWords(invited, text)).toBe('lena@example.com · as Editor');
});

test('a refused call says what it needed and what the caller had', () => {
  const detail = { call: 'GET /api/v1/audit', needs: 'owner', has: 'viewer' };
  const refused = { ...event, action: 'access.refused', target: null, detail };
  expect(detailWords(refused, text)).toBe('GET /api/v1/audit: needs owner, has viewer');
});
