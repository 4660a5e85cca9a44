import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  type CheckSignatureRequest,
  checkSignatureRequest,
} from '#lib/core/verification/config.ts';
import { checkSignature } from './check-signature.ts';

const secret = 'correct horse 9fQ2';
const now = 1_700_000_000;

function ask(request: Partial<CheckSignatureRequest> & { body?: string }) {
  const { body = '{"a":1,"b":[2]}', ...rest } = request;
  const parsed = checkSignatureRequest.parse({
    scheme: 'github',
    secrets: [secret],
    url: 'https://hooks.example/hooks/t?x=1',
    bodyBase64: Buffer.from(body).toString('base64'),
    ...rest,
  });
  const answer = checkSignature(parsed, now);
  if (!answer.ok) throw new Error(answer.error.detail);
  return answer.value;
}

function sign(
  text: string,
  options: { algorithm?: string; encoding?: 'hex' | 'base64'; key?: string | Buffer } = {},
) {
  const { algorithm = 'sha256', encoding = 'hex', key = secret } = options;
  return createHmac(algorithm, key).update(text).digest(encoding);
}

const body = '{"a":1,"b":[2]}';

test('a right signature is verified and needs no advice', () => {
  const answer = ask({ headers: [['X-Hub-Signature-256', `sha256=${sign(body)}`]] });
  expect(answer).toMatchObject({ status: 'verified', reason: null, suggestions: [] });
});

test('scheme none answers none', () => {
  expect(ask({ scheme: 'none', secrets: [] })).toMatchObject({ status: 'none', reason: null });
});

test('the time may be given in seconds or as ISO 8601', () => {
  const headers: [string, string][] = [
    ['Stripe-Signature', `t=${now},v1=${sign(`${now}.${body}`)}`],
  ];
  const late = new Date((now + 301) * 1000).toISOString();
  expect(ask({ scheme: 'stripe', headers, now }).status).toBe('verified');
  expect(ask({ scheme: 'stripe', headers }).status).toBe('verified');
  expect(ask({ scheme: 'stripe', headers, now: late }).reason).toBe('stale_timestamp');
});

test('what does not fit is refused, not guessed', () => {
  const base = { secrets: [], method: 'POST', url: '', headers: [], bodyBase64: '' };
  expect(checkSignature({ ...base, scheme: 'nope' }, now)).toMatchObject({ ok: false });
  expect(checkSignature({ ...base, scheme: 'github', bodyBase64: 'a b' }, now)).toMatchObject({
    ok: false,
    error: { code: 'invalid_value' },
  });
  expect(checkSignatureRequest.safeParse({ scheme: 'github', secret: 'x' }).success).toBe(false);
});

describe('the likely mistake is named', () => {
  const advice = (request: Partial<CheckSignatureRequest> & { body?: string }) => {
    const answer = ask(request);
    expect(answer.status).toBe('failed');
    expect(JSON.stringify(answer)).not.toContain(secret);
    return answer.suggestions.join(' ');
  };
  const header = (
    value: string,
    name = 'X-Hub-Signature-256',
  ): Pick<CheckSignatureRequest, 'headers'> => ({
    headers: [[name, value]],
  });

  test('a secret pasted with a line end', () => {
    expect(advice({ ...header(`sha256=${sign(body)}`), secrets: [`${secret}\n`] })).toContain(
      'without the white space around it',
    );
  });

  test('another encoding', () => {
    expect(advice(header(`sha256=${sign(body, { encoding: 'base64' })}`))).toContain(
      'base64 instead of hex',
    );
    expect(advice(header(`sha256=${sign(body).toUpperCase()}`))).toContain('upper-case hex');
  });

  test('a missing prefix', () => {
    expect(advice(header(sign(body)))).toContain('nothing before the digest instead of "sha256="');
  });

  test('another algorithm in another header', () => {
    const said = advice(header(`sha1=${sign(body, { algorithm: 'sha1' })}`, 'X-Hub-Signature'));
    expect(said).toContain('sha1 instead of sha256');
    expect(said).toContain('x-hub-signature instead of x-hub-signature-256');
  });

  test('a line end at the end of the body', () => {
    expect(advice({ ...header(`sha256=${sign(body)}`), body: `${body}\n` })).toContain(
      'without the line end',
    );
    expect(advice(header(`sha256=${sign(`${body}\n`)}`))).toContain('which is missing here');
  });

  test('JSON that was parsed and written again', () => {
    const pretty = JSON.stringify(JSON.parse(body), null, 2);
    expect(advice({ ...header(`sha256=${sign(body)}`), body: pretty })).toContain(
      'without white space',
    );
    const python = '{"a": 1, "b": [2]}';
    expect(advice(header(`sha256=${sign(python)}`))).toContain('a space after each colon');
  });

  test('whsec_ decoded where it should not be, and the other way round', () => {
    const whsec = 'whsec_c2VjcmV0c2VjcmV0c2VjcmV0';
    const bytes = Buffer.from(whsec.slice(6), 'base64');
    const stripe = `t=${now},v1=${sign(`${now}.${body}`, { key: bytes })}`;
    expect(
      advice({ scheme: 'stripe', secrets: [whsec], ...header(stripe, 'Stripe-Signature') }),
    ).toContain('decoded from base64');
    const svix = `v1,${sign(`m.${now}.${body}`, { key: whsec, encoding: 'base64' })}`;
    const headers: [string, string][] = [
      ['svix-id', 'm'],
      ['svix-timestamp', String(now)],
      ['svix-signature', svix],
    ];
    expect(advice({ scheme: 'svix', secrets: [whsec], headers })).toContain(
      'not what it decodes to',
    );
  });

  test("another sender's scheme", () => {
    const said = advice(header(`sha256=${sign(body)}`, 'X-Hub-Signature'));
    expect(said).toContain('choose the scheme bitbucket');
  });

  test('a header that came twice', () => {
    const value = `sha256=${sign(body)}`;
    const headers: [string, string][] = [
      ['X-Hub-Signature-256', value],
      ['X-Hub-Signature-256', value],
    ];
    expect(advice({ headers })).toContain('sent twice');
  });

  test('a token in another place', () => {
    const bearer = header(`Bearer ${secret}`, 'Authorization');
    expect(advice({ scheme: 'gitlab', ...bearer })).toContain(
      'the header authorization after Bearer',
    );
    expect(
      advice({ scheme: 'bearer', url: 'https://h/?token=abcdefgh', secrets: ['abcdefgh'] }),
    ).toContain('the query parameter token');
  });
});
