import { expect, test } from 'vitest';
import { signRequest } from '#lib/core/verification/sign.ts';
import { providerCatalogue } from './catalogue.ts';
import { planFor, providerList, supportedSchemes } from './registry.ts';
import { secretFormat, secretProblem, writeSecret } from './secret-rules.ts';
import { slackChallenge } from './slack-challenge.ts';

function problemOf(config: { scheme: string; [setting: string]: unknown }) {
  const plan = planFor(config);
  return plan.ok ? null : plan.error;
}

test('an unknown scheme is told which there are', () => {
  for (const scheme of ['client_certificate', 'paypal', '__proto__', 'constructor', '']) {
    const problem = problemOf({ scheme });
    expect(problem?.code).toBe('invalid_value');
    expect(problem?.detail).toContain('standard_webhooks');
    expect(problem?.errors?.[0]?.field).toBe('verification.scheme');
  }
});

test('settings that do not belong to a scheme are refused by name', () => {
  const fields = (config: { scheme: string; [setting: string]: unknown }) =>
    problemOf(config)?.errors?.map(({ field }) => field);
  expect(fields({ scheme: 'github', header: 'x' })).toEqual(['verification.header']);
  expect(fields({ scheme: 'github', toleranceSeconds: 5 })).toEqual([
    'verification.toleranceSeconds',
  ]);
  expect(fields({ scheme: 'hmac' })).toEqual(['verification.header']);
  expect(fields({ scheme: 'hmac', header: 'a b' })).toEqual(['verification.header']);
  expect(fields({ scheme: 'hmac', header: 'x', signed: '{bdy}' })).toEqual(['verification.signed']);
  expect(fields({ scheme: 'hmac', header: 'x', signed: '{timestamp}' })).toEqual([
    'verification.timestampHeader',
  ]);
  expect(fields({ scheme: 'hmac', header: 'x', algorithm: 'md5' })).toEqual([
    'verification.algorithm',
  ]);
  expect(problemOf({ scheme: 'slack', toleranceSeconds: 600, header: undefined })).toBeNull();
});

test('every supported scheme makes a plan, and providers say whether their ids are confirmed', () => {
  for (const scheme of supportedSchemes()) {
    const plan = planFor(scheme === 'hmac' ? { scheme, header: 'x-sig' } : { scheme });
    expect(plan.ok).toBe(true);
    if (plan.ok) expect(plan.value.needsSecret).toBe(scheme !== 'none');
  }
  expect(providerList.every((provider) => provider.hasConfirmedId)).toBe(true);
});

test('secrets that cannot work are refused before they are stored', () => {
  expect(secretProblem('github', '')).not.toBeNull();
  expect(secretProblem('github', 'abc\n')).toContain('line end');
  expect(secretProblem('github', ' abc')).not.toBeNull();
  expect(secretProblem('github', "It's a Secret to Everybody")).toBeNull();
  expect(secretProblem('basic', 'nobody')).toContain('user:password');
  expect(secretProblem('svix', 'not base64!')).not.toBeNull();
  expect(secretProblem('svix', 'whpk_AAAA')).toContain('v1a');
  expect(secretProblem('stripe', 'whsec_test_secret')).toBeNull();
});

test('a fresh secret fits the scheme it was written for', () => {
  const random = new Uint8Array(32).fill(251);
  const input = { method: 'POST', url: 'https://a/b', headers: [], body: random, id: 'm', now: 1 };
  for (const { id } of providerList) {
    const secret = writeSecret(secretFormat(id), random);
    expect(secretProblem(id, secret)).toBeNull();
    const plan = planFor({ scheme: id });
    expect(plan.ok && signRequest(plan.value, secret, input).ok).toBe(true);
  }
});

test("Slack's challenge is answered, and no other request is parsed for it", () => {
  const ask = (text: string, method = 'POST') =>
    slackChallenge({ method, query: '', headers: [], body: Buffer.from(text) }, () =>
      JSON.parse(text),
    );
  expect(ask('{"type":"url_verification","challenge":"3eZb"}')).toEqual({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"challenge":"3eZb"}',
    mustBeVerified: true,
  });
  expect(ask('not json')).toBeNull();
  expect(ask('{"type":"url_verification"}')).toBeNull();
  expect(ask('{"type":"event_callback","text":"url_verification","challenge":"a"}')).toBeNull();
  expect(ask('{"type":"url_verification","challenge":"a"}', 'GET')).toBeNull();
});

test('the catalogue is plain JSON', () => {
  const rows = providerCatalogue();
  expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  expect(rows.map((row) => row.id)).toEqual(providerList.map(({ id }) => id));
});
