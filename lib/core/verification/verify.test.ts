import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PlanConfig, planFor, providerList } from '#lib/providers/registry.ts';
import { signRequest } from './sign.ts';
import type { LiveSecret, VerificationPlan } from './types.ts';
import { verifyRequest } from './verify.ts';

const now = 1_700_000_000;
const url = 'https://hooks.example/hooks/abc/orders?shop=1';

function plan(config: PlanConfig): VerificationPlan {
  const made = planFor(config);
  if (!made.ok) throw new Error(made.error.detail);
  return made.value;
}

function live(...values: string[]): LiveSecret[] {
  return values.map((value, index) => ({ id: `s${index}`, value }));
}

type Sent = {
  headers?: (readonly [string, string])[];
  body?: string | Uint8Array;
  query?: string;
  at?: number;
};

function check(config: PlanConfig, secrets: LiveSecret[], sent: Sent) {
  const body = sent.body ?? '';
  return verifyRequest(plan(config), {
    request: {
      method: 'POST',
      url,
      query: sent.query ?? 'shop=1',
      headers: sent.headers ?? [],
      body: typeof body === 'string' ? Buffer.from(body) : body,
    },
    secrets,
    now: sent.at ?? now,
  });
}

function hex(secret: string, text: string, algorithm = 'sha256'): string {
  return createHmac(algorithm, secret).update(text).digest('hex');
}

const body = '{"id":1}';
const secret = 'correct horse 9fQ2';

/** Schemes with a secret that fits them. */
const schemes: { config: PlanConfig; secret: fc.Arbitrary<string> }[] = [
  ...providerList.map(({ id }) => ({
    config: { scheme: id },
    secret: id === 'svix' || id === 'standard_webhooks' ? whsec() : visible(),
  })),
  {
    config: {
      scheme: 'hmac',
      header: 'X-Sig',
      algorithm: 'sha512',
      encoding: 'base64url',
      prefix: 'v9=',
      signed: '{method} {path}?{query} {header:x-id} {query:shop} {timestamp}.{body}',
      timestampHeader: 'X-Time',
      toleranceSeconds: 60,
    },
    secret: visible(),
  },
  { config: { scheme: 'bearer' }, secret: visible() },
  { config: { scheme: 'basic' }, secret: visible().map((text) => `user:${text}`) },
  { config: { scheme: 'header_token', header: 'X-Key', prefix: 'Key ' }, secret: visible() },
  { config: { scheme: 'query_token', parameter: 'k' }, secret: fc.string({ minLength: 1 }) },
];

function visible(): fc.Arbitrary<string> {
  return fc.string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: 60,
  });
}

function whsec(): fc.Arbitrary<string> {
  return fc
    .uint8Array({ minLength: 24, maxLength: 64 })
    .map((bytes) => `whsec_${Buffer.from(bytes).toString('base64')}`);
}

function delivery(config: PlanConfig, value: string, bytes: Uint8Array) {
  const made = plan(config);
  const input = { method: 'POST', url, headers: [], body: bytes, id: 'msg_1', now };
  const signed = signRequest(made, value, input);
  if (!signed.ok) throw new Error(signed.error);
  const { headers, query } = signed.value;
  return { method: 'POST', url, query, headers, body: bytes };
}

describe('whatever is signed verifies, and nothing else does', () => {
  for (const { config, secret: secrets } of schemes) {
    test(`a delivery signed for ${config.scheme} verifies with its secret among others`, () => {
      fc.assert(
        fc.property(secrets, fc.uint8Array({ maxLength: 400 }), (value, bytes) => {
          const request = delivery(config, value, bytes);
          const others = [
            { id: 'old', value: 'another secret' },
            { id: 'right', value },
          ];
          const result = verifyRequest(plan(config), { request, secrets: others, now });
          expect(['verified', 'authenticated']).toContain(result.status);
          expect(result.secretId).toBe('right');
        }),
        { numRuns: 40 },
      );
    });

    if (plan(config).row.kind !== 'hmac') continue;
    test(`one flipped bit of the body fails for ${config.scheme}`, () => {
      fc.assert(
        fc.property(
          secrets,
          fc.uint8Array({ minLength: 1, maxLength: 200 }),
          fc.nat(),
          (value, bytes, place) => {
            const request = delivery(config, value, bytes);
            const changed = Uint8Array.from(bytes);
            const index = (place >> 3) % changed.length;
            changed[index] = (changed[index] ?? 0) ^ (1 << (place & 7));
            const input = { request: { ...request, body: changed }, secrets: live(value), now };
            expect(verifyRequest(plan(config), input).reason).toBe('bad_signature');
          },
        ),
        { numRuns: 40 },
      );
    });
  }

  test('no header, however odd, makes any scheme throw or pass', () => {
    const names = schemes.flatMap(({ config }) => {
      const { row } = plan(config);
      if (row.kind === 'hmac') return row.signature.headers;
      return ['authorization', 'x-key', 'x-gitlab-token'];
    });
    const times = ['webhook-timestamp', 'svix-timestamp', 'x-slack-request-timestamp', 'x-time'];
    const header = fc.tuple(
      fc.constantFrom(...names, ...times, 'webhook-id', 'svix-id', 'x-id'),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom(
          '',
          't=1,v1=,v1=',
          't=,t=1,v1=a',
          'v1,',
          'sha256=',
          ', ,',
          'Basic ====',
          'Bearer ',
        ),
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...schemes),
        fc.array(header, { maxLength: 12 }),
        fc.string(),
        ({ config }, headers, query) => {
          const result = check(config, live('a secret nobody guessed', 'whsec_c2VjcmV0c2VjcmV0'), {
            headers,
            query,
          });
          expect(result.status).toBe('failed');
          expect(result.reason).toBeDefined();
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('a header of a megabyte is refused, not read', () => {
    const huge = `t=${now},${'v1=00,'.repeat(200_000)}`;
    const result = check({ scheme: 'stripe' }, live(secret), {
      headers: [['Stripe-Signature', huge]],
      body,
    });
    expect(result.reason).toBe('bad_signature');
  });
});

describe('known signatures', () => {
  test("GitHub's documented example verifies", () => {
    const header = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
    const result = check({ scheme: 'github' }, live("It's a Secret to Everybody"), {
      headers: [['X-Hub-Signature-256', header]],
      body: 'Hello, World!',
    });
    expect(result).toMatchObject({ status: 'verified', scheme: 'github', secretId: 's0' });
  });

  test("the Standard Webhooks libraries' example verifies, by webhook- and by svix- names", () => {
    const example = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: '1614265330',
      signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    for (const scheme of ['standard_webhooks', 'svix']) {
      for (const brand of ['webhook', 'svix']) {
        const headers = Object.entries(example).map(
          ([part, value]) => [`${brand}-${part}`, value] as const,
        );
        const result = check({ scheme }, live('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'), {
          headers,
          body: '{"test": 2432232314}',
          at: 1_614_265_330,
        });
        expect(result.status).toBe('verified');
      }
    }
  });
});

describe('a refusal says why', () => {
  const signature = `sha256=${hex(secret, body)}`;
  const github = { scheme: 'github' };

  test('a missing or empty signature is missing', () => {
    expect(check(github, live(secret), { body }).reason).toBe('missing_signature');
    const empty = check(github, live(secret), { body, headers: [['x-hub-signature-256', '']] });
    expect(empty.reason).toBe('missing_signature');
    expect(empty.detail).toContain('x-hub-signature-256');
  });

  test('a wrong signature names the header and the end of the secret, never the secret', () => {
    const result = check(github, live(secret), {
      body: 'x',
      headers: [['X-Hub-Signature-256', signature]],
    });
    expect(result.detail).toBe(
      'The signature in x-hub-signature-256 does not match the body with the secret ending in “…9fQ2”.',
    );
  });

  test('a short secret gives nothing of itself away', () => {
    const result = check(github, live('short'), {
      body,
      headers: [['X-Hub-Signature-256', signature]],
    });
    expect(result.detail).not.toContain('short');
    expect(result.detail).not.toContain('ort');
  });

  test('without a live secret every scheme that needs one refuses', () => {
    for (const { config } of schemes) {
      for (const secrets of [[], live('')]) {
        const result = check(config, secrets, {
          body,
          headers: [['x-hub-signature-256', signature]],
        });
        expect(result.status).toBe('failed');
        expect(result.detail).toContain('no live secret');
      }
    }
  });

  test('a right signature outside the window is stale, a wrong one is wrong whatever its age', () => {
    const at = now - 301;
    const right = `t=${at},v1=${hex(secret, `${at}.${body}`)}`;
    const wrong = `t=${at},v1=${hex('other', `${at}.${body}`)}`;
    const stripe = { scheme: 'stripe' };
    const judge = (value: string, config: PlanConfig = stripe) =>
      check(config, live(secret), { body, headers: [['Stripe-Signature', value]] }).reason;
    expect(judge(right)).toBe('stale_timestamp');
    expect(judge(wrong)).toBe('bad_signature');
    expect(judge(right, { scheme: 'stripe', toleranceSeconds: 301 })).toBeUndefined();
  });

  test('a timestamp that did not come counts as a missing signature', () => {
    const headers = [['X-Slack-Signature', `v0=${hex(secret, `v0::${body}`)}`]] as const;
    const result = check({ scheme: 'slack' }, live(secret), { body, headers: [...headers] });
    expect(result.reason).toBe('missing_signature');
    expect(result.detail).toContain('x-slack-request-timestamp');
  });

  test('a message id that did not come counts as a missing signature', () => {
    const headers: [string, string][] = [
      ['svix-timestamp', String(now)],
      ['svix-signature', 'v1,AAAA'],
    ];
    const result = check({ scheme: 'svix' }, live('whsec_c2VjcmV0c2VjcmV0'), { body, headers });
    expect(result.reason).toBe('missing_signature');
    expect(result.detail).toContain('svix-id');
  });

  test('a secret pasted with a line end does not match, and the detail says so', () => {
    const result = check(github, live(`${secret}\n`), {
      body,
      headers: [['X-Hub-Signature-256', signature]],
    });
    expect(result.reason).toBe('bad_signature');
    expect(result.detail).toContain('white space');
  });

  test('credentials are missing where none of the right kind came, else bad', () => {
    const bearer = (value: string) =>
      check({ scheme: 'bearer' }, live(secret), { headers: [['Authorization', value]] }).reason;
    expect(bearer('')).toBe('missing_credentials');
    expect(bearer('Basic abcd')).toBe('missing_credentials');
    expect(bearer('Bearer nope')).toBe('bad_credentials');
    expect(bearer(`bearer ${secret}`)).toBeUndefined();
    const query = (text: string) =>
      check({ scheme: 'query_token' }, live('a b'), { query: text }).reason;
    expect(query('')).toBe('missing_credentials');
    expect(query('token=x')).toBe('bad_credentials');
    expect(query('token=a+b')).toBeUndefined();
    expect(query('token=x&token=a%20b')).toBe('bad_credentials');
  });

  test('a token beyond ASCII matches the bytes that Node shows as latin1', () => {
    const wire = Buffer.from('pässwörd', 'utf8').toString('latin1');
    const result = check({ scheme: 'header_token' }, live('pässwörd'), {
      headers: [['X-Webhook-Token', wire]],
    });
    expect(result.status).toBe('authenticated');
  });
});

describe('what was decided about signatures that are nearly right', () => {
  const digest = hex(secret, body);
  const github = (...values: string[]) =>
    check({ scheme: 'github' }, live(secret), {
      body,
      headers: values.map((value) => ['X-Hub-Signature-256', value] as const),
    }).status;

  test('upper-case hex is refused', () => {
    expect(github(`sha256=${digest.toUpperCase()}`)).toBe('failed');
  });

  test('a digest without its prefix is refused', () => {
    expect(github(digest)).toBe('failed');
  });

  test('a sender of one signature is not believed when the header comes twice, joined or not', () => {
    expect(github(`sha256=${digest}`, `sha256=${digest}`)).toBe('failed');
    expect(github(`sha256=${digest}, sha256=${digest}`)).toBe('failed');
  });

  test('stripped base64 padding is refused', () => {
    const value = createHmac('sha256', secret).update(body).digest('base64').replace(/=+$/, '');
    const result = check({ scheme: 'shopify' }, live(secret), {
      body,
      headers: [['X-Shopify-Hmac-Sha256', value]],
    });
    expect(result.reason).toBe('bad_signature');
  });

  test('a list scheme takes a repeated header as one list, joined or not', () => {
    const key = Buffer.from('c2VjcmV0c2VjcmV0', 'base64');
    const right = createHmac('sha256', key).update(`m.${now}.${body}`).digest('base64');
    const send = (...lines: string[]) =>
      check({ scheme: 'svix' }, live('whsec_c2VjcmV0c2VjcmV0'), {
        body,
        headers: [
          ['svix-id', 'm'],
          ['svix-timestamp', String(now)],
          ...lines.map((line) => ['svix-signature', line] as const),
        ],
      }).status;
    expect(send(`v1,${right}`, 'v1,AAAA')).toBe('verified');
    expect(send(`v1,${right}, v1,AAAA`)).toBe('verified');
    expect(send(`v1a,AAAA v1,${right}`)).toBe('verified');
    expect(send(`v1a,${right}`)).toBe('failed');
  });

  test('two different times in one Stripe header are both disbelieved', () => {
    const value = `t=${now},t=1,v1=${hex(secret, `${now}.${body}`)}`;
    const result = check({ scheme: 'stripe' }, live(secret), {
      body,
      headers: [['Stripe-Signature', value]],
    });
    expect(result.reason).toBe('bad_signature');
  });

  test('without a tolerance a signed time of any age passes; with one it has to be read', () => {
    const sent = (time: string, tolerance?: number) =>
      check(
        {
          scheme: 'hmac',
          header: 'x-sig',
          signed: '{timestamp}.{body}',
          timestampHeader: 'x-time',
          toleranceSeconds: tolerance,
        },
        live(secret),
        {
          body,
          headers: [
            ['X-Time', time],
            ['X-Sig', hex(secret, `${time}.${body}`)],
          ],
        },
      ).reason;
    expect(sent('1')).toBeUndefined();
    expect(sent(String(now * 1000), 1)).toBeUndefined();
    expect(sent(new Date(now * 1000).toISOString(), 1)).toBeUndefined();
    expect(sent(String(now + 61), 60)).toBe('stale_timestamp');
    expect(sent('soon', 60)).toBe('stale_timestamp');
  });
});
