import { expect, test } from 'vitest';
import type { HeaderList } from '#lib/core/request/inbound-request.ts';
import { planFor } from '#lib/providers/registry.ts';
import { type MaskInput, maskHeaders, maskQuery } from './mask.ts';

const secret = { id: 's1', value: 'a long secret ending 9fQ2' };

function masking(
  config: { scheme: string; [setting: string]: unknown },
  secretId?: string,
): MaskInput {
  const plan = planFor(config);
  if (!plan.ok) throw new Error(plan.error.detail);
  return { plan: plan.value, secrets: [secret], secretId };
}

test('a bearer token is hidden and the mask names which secret it was', () => {
  const headers: HeaderList = [
    ['Content-Type', 'text/plain'],
    ['Authorization', `Bearer ${secret.value}`],
  ];
  expect(maskHeaders(headers, masking({ scheme: 'bearer' }, 's1'))).toEqual([
    ['Content-Type', 'text/plain'],
    ['Authorization', 'Bearer [hidden: the secret ending 9fQ2]'],
  ]);
});

test('a wrong token is hidden too: it may be an old one', () => {
  const headers: HeaderList = [['X-Gitlab-Token', 'older']];
  expect(maskHeaders(headers, masking({ scheme: 'gitlab' }))).toEqual([
    ['X-Gitlab-Token', '[hidden: no secret matched]'],
  ]);
});

test('signatures stay, and a request without secrets keeps its very list', () => {
  const headers: HeaderList = [
    ['X-Hub-Signature-256', 'sha256=00'],
    ['X-GitHub-Event', 'push'],
  ];
  expect(maskHeaders(headers, masking({ scheme: 'github' }))).toBe(headers);
});

test('a signature in the authorization header stays where the scheme puts it there', () => {
  const headers: HeaderList = [['Authorization', 'HMAC abc=']];
  const config = { scheme: 'hmac', header: 'authorization', prefix: 'HMAC ' };
  expect(maskHeaders(headers, masking(config))).toBe(headers);
});

test('cookies and API keys are hidden whatever the scheme, and a secret wherever it stands', () => {
  const headers: HeaderList = [
    ['Cookie', 'session=abc'],
    ['x-api-key', 'abc'],
    ['X-Note', `secret is ${secret.value}`],
  ];
  const masked = maskHeaders(headers, masking({ scheme: 'none' }));
  expect(masked.map(([, value]) => value).join()).not.toMatch(/abc|9fQ2/);
});

test('the query keeps its shape with the token hidden', () => {
  const query = `a=1&token=${encodeURIComponent(secret.value)}&b`;
  const masked = maskQuery(query, masking({ scheme: 'query_token' }, 's1'));
  expect(masked).toMatch(/^a=1&token=%5Bhidden[^&]*&b$/);
  expect(new URLSearchParams(masked).get('token')).toBe('[hidden: the secret ending 9fQ2]');
  expect(maskQuery('a=1&b=%zz', masking({ scheme: 'query_token' }))).toBe('a=1&b=%zz');
});
