import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Json } from '#lib/core/json.ts';
import { eventRule, identifyEvent } from '#lib/core/request/identify-event.ts';
import type { HeaderList } from '#lib/core/request/inbound-request.ts';
import { parseBody } from '#lib/core/request/parse-body.ts';
import { parseMessage } from '#lib/core/verification/message.ts';
import type {
  Algorithm,
  HmacScheme,
  KeyDerivation,
  MessagePart,
} from '#lib/core/verification/scheme.ts';
import { signRequest } from '#lib/core/verification/sign.ts';
import type { VerificationResult } from '#lib/core/verification/types.ts';
import { compileCheck, verifyRequest } from '#lib/core/verification/verify.ts';
import { checkSignature } from '#lib/usecases/check-signature.ts';
import { type PlanConfig, planFor } from './registry.ts';

type Vector = {
  id: string;
  provider: string;
  scheme: string;
  secret: string;
  method: string;
  url: string | null;
  headers: Record<string, string>;
  body?: string;
  body_base64?: string;
  now: number | null;
  valid: boolean;
};
type SchemeEntry = {
  type: string;
  algorithm: Algorithm;
  encoding: HmacScheme['encoding'];
  header: string;
  prefix?: string;
  prefix_optional?: boolean;
  list_sep?: ' ' | ',';
  key_encoding?: KeyDerivation;
  signed: string;
  id_header?: string;
  ts_header?: string;
  ts_body_field?: string;
  ts_unit?: 's' | 'ms' | 'rfc3339';
  tolerance?: number | null;
  window?: 'past' | 'both';
  pair_sep?: ',' | ';';
  ts_key?: string;
  sig_key?: string;
};

const folder = process.env.HOOKLINE_CORPORA ?? path.resolve('../shared/corpora');
const present = existsSync(path.join(folder, 'signatures.json'));

function read<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as T;
}

/** The corpus's scheme names that our providers and settings answer for. */
const configs: Record<string, PlanConfig> = {
  'github-sha256': { scheme: 'github' },
  'github-sha1': { scheme: 'hmac', header: 'X-Hub-Signature', algorithm: 'sha1', prefix: 'sha1=' },
  'bitbucket-sha256': { scheme: 'bitbucket' },
  'bitbucket-uuid': { scheme: 'header_token', header: 'X-Hook-UUID' },
  'gitlab-token': { scheme: 'gitlab' },
  'azure-devops-basic': { scheme: 'basic' },
  'standard-webhooks': { scheme: 'standard_webhooks' },
  openai: { scheme: 'standard_webhooks' },
  svix: { scheme: 'svix' },
  slack: { scheme: 'slack' },
  stripe: { scheme: 'stripe' },
  shopify: { scheme: 'shopify' },
  zoom: {
    scheme: 'hmac',
    header: 'x-zm-signature',
    prefix: 'v0=',
    signed: 'v0:{timestamp}:{body}',
    timestampHeader: 'x-zm-request-timestamp',
  },
  webflow: {
    scheme: 'hmac',
    header: 'x-webflow-signature',
    signed: '{timestamp}:{body}',
    timestampHeader: 'x-webflow-timestamp',
    toleranceSeconds: 300,
  },
  twitch: {
    scheme: 'hmac',
    header: 'Twitch-Eventsub-Message-Signature',
    prefix: 'sha256=',
    signed: '{header:Twitch-Eventsub-Message-Id}{timestamp}{body}',
    timestampHeader: 'Twitch-Eventsub-Message-Timestamp',
    toleranceSeconds: 600,
  },
  'hubspot-v3': {
    scheme: 'hmac',
    header: 'X-HubSpot-Signature-v3',
    encoding: 'base64',
    signed: '{method}{url}{body}{timestamp}',
    timestampHeader: 'X-HubSpot-Request-Timestamp',
    toleranceSeconds: 300,
  },
  scalr: {
    scheme: 'hmac',
    header: 'X-Signature',
    algorithm: 'sha1',
    signed: '{body}{timestamp}',
    timestampHeader: 'Date',
  },
};

/** Schemes of one header over body and URL, as settings of `hmac`. */
function plainConfig(entry: SchemeEntry): PlanConfig | null {
  const special = entry.list_sep || entry.key_encoding || entry.ts_header || entry.ts_body_field;
  if (entry.type !== 'hmac' || special) return null;
  return {
    scheme: 'hmac',
    header: entry.header,
    algorithm: entry.algorithm,
    encoding: entry.encoding,
    prefix: entry.prefix ?? '',
    signed: entry.signed,
  };
}

/** Any keyed scheme of the corpus as a row: what a provider's file would hold. */
function rowOf(entry: SchemeEntry): HmacScheme | null {
  if (!['hmac', 'hmac-kv', 'sha256-concat'].includes(entry.type)) return null;
  return {
    kind: 'hmac',
    construction: entry.type === 'sha256-concat' ? 'hash' : 'hmac',
    algorithm: entry.algorithm ?? 'sha256',
    encoding: entry.encoding ?? 'hex',
    key: entry.key_encoding ?? 'utf8',
    signature: {
      headers: [entry.header.toLowerCase()],
      prefix: entry.prefix ?? '',
      prefixOptional: entry.prefix_optional ?? false,
      format: formatOf(entry),
    },
    message: messageOf(entry),
    ...timestampOf(entry),
  };
}

function formatOf(entry: SchemeEntry): HmacScheme['signature']['format'] {
  if (entry.pair_sep && entry.sig_key && entry.ts_key) {
    return {
      kind: 'pairs',
      separator: entry.pair_sep,
      signature: entry.sig_key,
      timestamp: entry.ts_key,
    };
  }
  return entry.list_sep ? { kind: 'list', separator: entry.list_sep } : { kind: 'single' };
}

function messageOf(entry: SchemeEntry): MessagePart[] {
  const template = entry.signed
    .replace('{ts}', '{timestamp}')
    .replace('{id}', `{header:${entry.id_header}}`)
    .replace('{secret}', '');
  const parsed = parseMessage(template);
  if (!parsed.ok) throw new Error(parsed.error);
  return entry.signed.startsWith('{secret}') ? ['secret', ...parsed.value] : parsed.value;
}

function timestampOf(entry: SchemeEntry): Pick<HmacScheme, 'timestamp'> {
  if (!entry.ts_unit) return {};
  const place = entry.ts_header
    ? ({ header: [entry.ts_header.toLowerCase()] } as const)
    : ({ bodyPath: [entry.ts_body_field ?? ''] } as const);
  return {
    timestamp: {
      from: entry.ts_key ? 'signature' : place,
      unit: entry.ts_unit === 'rfc3339' ? 'iso' : entry.ts_unit,
      toleranceSeconds: entry.tolerance ?? null,
      window: entry.window ?? 'both',
    },
  };
}

function bodyOf(vector: Pick<Vector, 'body' | 'body_base64'>): Buffer {
  return vector.body_base64 === undefined
    ? Buffer.from(vector.body ?? '', 'utf8')
    : Buffer.from(vector.body_base64, 'base64');
}

function inputOf(vector: Vector) {
  return {
    request: {
      method: vector.method,
      url: vector.url ?? '',
      query: '',
      headers: Object.entries(vector.headers),
      body: bodyOf(vector),
    },
    secrets: [{ id: 's', value: vector.secret }],
    now: vector.now ?? 0,
  };
}

function passes(status: string): boolean {
  return status === 'verified' || status === 'authenticated';
}

function mustPlan(config: PlanConfig) {
  const plan = planFor(config);
  if (!plan.ok) throw new Error(plan.error.detail);
  return plan.value;
}

function wrongOf(checked: { vector: Vector; result: VerificationResult }[]): string[] {
  return checked
    .filter(({ vector, result }) => passes(result.status) !== vector.valid)
    .map(({ vector, result }) => `${vector.id}: ${result.detail}`);
}

test(present ? 'the corpora are there' : 'the corpora are absent: only our own vectors run', () => {
  expect(present || process.env.HOOKLINE_CORPORA === undefined).toBe(true);
});

describe.runIf(present)('the signature vectors of the corpora', () => {
  const vectors = present ? read<Vector[]>('signatures.json') : [];
  const schemes = present ? read<Record<string, SchemeEntry>>('schemes.json') : {};

  test('every vector gets its verdict from our providers and settings', () => {
    const checked = vectors.flatMap((vector) => {
      const entry = schemes[vector.scheme];
      const config = configs[vector.scheme] ?? (entry ? plainConfig(entry) : null);
      return config ? [{ vector, result: verifyRequest(mustPlan(config), inputOf(vector)) }] : [];
    });
    expect(wrongOf(checked)).toEqual([]);
    expect(checked.length).toBeGreaterThan(200);
  });

  test('every keyed scheme of the corpora is a row of the one engine', () => {
    const checked = vectors.flatMap((vector) => {
      const entry = schemes[vector.scheme];
      const row = entry ? rowOf(entry) : null;
      if (!row) return [];
      const check = compileCheck(row, { scheme: vector.scheme, label: vector.scheme });
      return [{ vector, result: check(inputOf(vector)) }];
    });
    expect(wrongOf(checked)).toEqual([]);
    expect(checked.length).toBeGreaterThan(280);
  });

  test('the signature tool says the same, and never throws on its way to a suggestion', () => {
    const wrong: string[] = [];
    for (const vector of vectors) {
      const config = configs[vector.scheme];
      if (!config) continue;
      const answer = checkSignature(
        {
          ...config,
          secrets: [vector.secret],
          method: vector.method,
          url: vector.url ?? '',
          headers: Object.entries(vector.headers),
          bodyBase64: bodyOf(vector).toString('base64'),
          now: vector.now,
        },
        0,
      );
      if (!answer.ok) throw new Error(answer.error.detail);
      if (passes(answer.value.status) !== vector.valid) wrong.push(vector.id);
    }
    expect(wrong).toEqual([]);
  });
});

type Payload = {
  provider: string;
  event: string;
  headers: Record<string, string>;
  body?: string;
  body_base64?: string;
};

function payloadsOf(provider: string): Payload[] {
  return readdirSync(path.join(folder, 'payloads'))
    .filter((name) => name.startsWith(`${provider}--`) && name.endsWith('.json'))
    .map((name) => read<Payload>(path.join('payloads', name)));
}

function header(payload: Payload, name: string): string | null {
  const found = Object.entries(payload.headers).find(([key]) => key.toLowerCase() === name);
  return found?.[1] ?? null;
}

function deliver(payload: Payload) {
  const plan = mustPlan({ scheme: payload.provider });
  const secret = 'a secret of the corpora test';
  const body = bodyOf(payload);
  const sent: HeaderList = Object.entries(payload.headers).filter(
    ([name]) => !/token|signature|timestamp/i.test(name),
  );
  const url = 'https://hooks.example/hooks/t';
  const signed = signRequest(plan, secret, {
    method: 'POST',
    url,
    headers: sent,
    body,
    id: 'msg_1',
    now: 1_700_000_000,
  });
  if (!signed.ok) throw new Error(signed.error);
  const request = {
    method: 'POST',
    url,
    query: '',
    headers: [...sent, ...signed.value.headers],
    body,
  };
  const result = verifyRequest(plan, {
    request,
    secrets: [{ id: 's', value: secret }],
    now: 1_700_000_000,
  });
  const parsed = (): Json => parseBody(header(payload, 'content-type'), body).value;
  return { result, event: identifyEvent(eventRule(plan.event, {}), request, parsed) };
}

describe.runIf(present)('the payloads of the corpora', () => {
  test("every GitHub payload verifies, with header and action as its event and its delivery's id", () => {
    const payloads = payloadsOf('github');
    expect(payloads.length).toBeGreaterThan(40);
    for (const payload of payloads) {
      const { result, event } = deliver(payload);
      expect(result.status).toBe('verified');
      expect(event.type).toBe(payload.event.replace('push.form', 'push'));
      expect(event.id).toBe(header(payload, 'x-github-delivery'));
    }
  });

  test('every GitLab payload is authenticated, named by its header or by its body', () => {
    const payloads = payloadsOf('gitlab');
    expect(payloads.length).toBeGreaterThan(20);
    for (const payload of payloads) {
      const { result, event } = deliver(payload);
      const body = JSON.parse(payload.body ?? '{}');
      expect(result.status).toBe('authenticated');
      expect(event.type).toBe(
        header(payload, 'x-gitlab-event') ?? body.object_kind ?? body.event_name,
      );
      expect(event.id).toBeNull();
    }
  });

  test('every Bitbucket payload verifies, named by its event key', () => {
    const payloads = payloadsOf('bitbucket');
    expect(payloads.length).toBeGreaterThan(10);
    for (const payload of payloads) {
      const { result, event } = deliver(payload);
      expect(result.status).toBe('verified');
      expect(event.type).toBe(header(payload, 'x-event-key'));
      expect(event.id).toBe(header(payload, 'x-request-uuid'));
    }
  });

  test('every Stripe, Slack and Shopify payload verifies', () => {
    for (const provider of ['stripe', 'slack', 'shopify']) {
      for (const payload of payloadsOf(provider)) {
        const { result, event } = deliver(payload);
        expect(result.status, payload.event).toBe('verified');
        expect(event.type, payload.event).not.toBeNull();
      }
    }
  });
});
