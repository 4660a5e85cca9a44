import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signRequest } from '#lib/core/verification/sign.ts';
import { planFor } from '#lib/providers/registry.ts';
import { TestDoor, type TestEndpoint, testSecret } from './test-door.ts';
import { type RawAnswer, sendRaw } from './test-raw-http.ts';

const folder = process.env.HOOKLINE_CORPORA ?? path.resolve('../shared/corpora');
const present = existsSync(path.join(folder, 'nasty-bodies', 'manifest.json'));
const nastyFolder = path.join(folder, 'nasty-bodies');

type Payload = {
  provider: string;
  event: string;
  headers: Record<string, string>;
  body?: string;
  body_base64?: string;
};
type Nasty = {
  id: string;
  kind: string;
  content_type: string | null;
  content_encoding: string | null;
  allowed_status: (number | 'closed')[];
  parse: 'ok' | 'error' | 'either' | 'none';
  then?: string;
  deadline_s?: number;
  generate?: { how: string; every_ms?: number; bytes?: number };
};
type Generator = {
  bodyOf(entry: Nasty, folder: string): Buffer | Promise<Buffer>;
  fill(bytes: Buffer, place: { path: string; host: string }): Buffer;
};

const manifest: Nasty[] = present
  ? (JSON.parse(readFileSync(path.join(nastyFolder, 'manifest.json'), 'utf8')) as Nasty[])
  : [];
const generator = present
  ? ((await import(path.join(nastyFolder, 'generate.mjs'))) as Generator)
  : undefined;

let door: TestDoor;
beforeAll(async () => {
  door = await TestDoor.open();
});
afterAll(() => door.close());

test.runIf(!present)('the corpora are absent: the door is judged by our own vectors alone', () => {
  expect(present).toBe(false);
});

function payloadsOf(provider: string): { name: string; payload: Payload }[] {
  if (!present) return [];
  return readdirSync(path.join(folder, 'payloads'))
    .filter((name) => name.startsWith(`${provider}--`))
    .map((name) => ({
      name,
      payload: JSON.parse(readFileSync(path.join(folder, 'payloads', name), 'utf8')) as Payload,
    }));
}

function headerOf({ headers }: Payload, name: string): string | null {
  const found = Object.entries(headers).find(([sent]) => sent.toLowerCase() === name);
  return found?.[1] ?? null;
}

function actionOf(payload: Payload, body: Buffer): string {
  const form = headerOf(payload, 'content-type')?.includes('form');
  const text = form ? new URLSearchParams(body.toString()).get('payload') : body.toString();
  const { action } = JSON.parse(text ?? '{}') as { action?: string };
  return action ? `.${action}` : '';
}

/** System hooks were recorded without headers. */
function systemEvent(body: Buffer): string | null {
  const fields = JSON.parse(body.toString()) as { event_name?: string; object_kind?: string };
  return fields.object_kind ?? fields.event_name ?? null;
}

const expected: Record<string, (payload: Payload, body: Buffer) => (string | null)[]> = {
  github: (payload, body) => [
    `${headerOf(payload, 'x-github-event')}${actionOf(payload, body)}`,
    headerOf(payload, 'x-github-delivery'),
  ],
  gitlab: (payload, body) => [
    headerOf(payload, 'x-gitlab-event') ?? systemEvent(body),
    headerOf(payload, 'webhook-id') ??
      headerOf(payload, 'idempotency-key') ??
      headerOf(payload, 'x-gitlab-event-uuid'),
  ],
  bitbucket: (payload) => [headerOf(payload, 'x-event-key'), headerOf(payload, 'x-request-uuid')],
};

describe.runIf(present).each(Object.keys(expected))('%s', (provider) => {
  test.each(payloadsOf(provider))(
    '$name is verified, with its event and its id',
    async ({ payload }) => {
      const endpoint = await door.endpoint({ verification: { scheme: provider } });
      const body = Buffer.from(
        payload.body_base64 ?? payload.body ?? '',
        payload.body_base64 ? 'base64' : 'utf8',
      );
      const plan = planFor({ scheme: provider });
      if (!plan.ok) throw new Error(plan.error.detail);
      const unsigned = Object.entries(payload.headers).filter(
        ([name]) => !/signature|token/i.test(name),
      );
      const signed = signRequest(plan.value, testSecret, {
        method: 'POST',
        url: `http://127.0.0.1/hooks/${endpoint.token}`,
        headers: unsigned,
        body,
        id: randomUUID(),
        now: Math.floor(Date.now() / 1000),
      });
      if (!signed.ok) throw new Error(signed.error);
      const headers = Object.fromEntries([...unsigned, ...signed.value.headers]);
      const { status, json } = await door.send({ endpoint, body, headers });
      expect(status).toBe(202);
      const row = await door.stored(json.id);
      expect(['verified', 'authenticated']).toContain(row.verification.status);
      expect([row.event_type, row.event_id]).toEqual(expected[provider]?.(payload, body));
      expect(row.body.equals(body)).toBe(true);
      const again = await door.send({ endpoint, body, headers });
      expect(again.status).toBe(row.event_id === null ? 202 : 200);
    },
  );
});

async function judge(answer: RawAnswer, entry: Nasty, endpoint: TestEndpoint): Promise<void> {
  expect(entry.allowed_status).toContain(answer.status);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  const next = await door.send({ endpoint, body: 'the next one works' });
  expect(next.status).toBe(202);
}

const bodies = manifest.filter(({ kind }) => kind !== 'raw-http');

describe.runIf(present)('nasty bodies', () => {
  test.each(bodies)('$kind: $id', async (entry) => {
    const endpoint = await door.endpoint();
    const body = (await generator?.bodyOf(entry, nastyFolder)) ?? Buffer.alloc(0);
    const { content_type: type, content_encoding: encoding } = entry;
    const head = [
      `POST /hooks/${endpoint.token} HTTP/1.1`,
      'Host: 127.0.0.1',
      'Connection: close',
      ...(type === null || type === undefined ? [] : [`Content-Type: ${type}`]),
      ...(encoding ? [`Content-Encoding: ${encoding}`] : []),
      `Content-Length: ${body.byteLength}`,
    ].join('\r\n');
    const bytes = Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), body]);
    const answer = await sendRaw({ port: door.port(), bytes });
    await judge(answer, entry, endpoint);
    if (answer.status !== 202) return;
    const row = await door.stored(JSON.parse(answer.body).id);
    expect(row.body.equals(body)).toBe(true);
    if (entry.parse === 'ok') expect(row.parse).toBe('ok');
    if (entry.parse === 'error') expect(row.parse).toBe('failed');
  });
});

const raw = manifest.filter(({ kind }) => kind === 'raw-http');

/** Those that only a time limit ends are run side by side. */
describe.runIf(present).concurrent('raw HTTP', () => {
  test.each(raw)('$id', async (entry) => {
    const endpoint = await door.endpoint();
    const whole = (await generator?.bodyOf(entry, nastyFolder)) ?? Buffer.alloc(0);
    const bytes = generator?.fill(whole, {
      path: `/hooks/${endpoint.token}`,
      host: '127.0.0.1',
    });
    const answer = await sendRaw({
      port: door.port(),
      bytes: bytes ?? whole,
      halfClose: entry.then === 'half-close the socket',
      drip: dripOf(entry),
      deadlineMs: 1000 * (entry.deadline_s ?? 60),
    });
    await judge(answer, entry, endpoint);
  });
});

function dripOf({ generate }: Nasty): { everyMs: number; bytes: string } | undefined {
  if (!generate?.every_ms) return undefined;
  return { everyMs: generate.every_ms, bytes: generate.how === 'slow' ? 'x' : 'X-Slow: 1\r\n' };
}
