import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createEndpointContract,
  sampleDeliveryContract,
  testDeliveryContract,
} from '#lib/contracts/endpoint.ts';
import { getRequestContract } from '#lib/contracts/request.ts';
import { providerList } from '#lib/providers/registry.ts';
import { TestApi } from './test-api.ts';

let api: TestApi;
let door: string;
beforeAll(async () => {
  api = await TestApi.open();
  door = await api.start();
});
afterAll(() => api.close());

const whsec = `whsec_${Buffer.from('a secret for tests that is long').toString('base64')}`;
const secretFor = (scheme: string) =>
  ['stripe', 'svix', 'standard_webhooks'].includes(scheme) ? whsec : 'a secret for tests';

async function mint(body: object) {
  const made = await api.send(createEndpointContract, { body: { name: 'Sender', ...body } });
  expect(made.problem?.detail ?? made.status).toBe(201);
  return made.body.id;
}
const deliver = (id: string, token = api.tokens.editor) =>
  api.send(testDeliveryContract, { params: { id }, body: {}, token });
const read = async (id: string | null) =>
  (await api.send(getRequestContract, { params: { id: id ?? '' } })).body;

const schemes = [
  ...providerList.map(({ id }) => ({ scheme: id })),
  { scheme: 'hmac', header: 'x-signature' },
  {
    scheme: 'hmac',
    header: 'x-signature',
    signed: '{timestamp}.{url}.{body}',
    timestampHeader: 'x-at',
  },
];

describe.each(schemes)('a test delivery of $scheme', (verification) => {
  test('is accepted, verified, has an event and an id, and each is a new one', async () => {
    const { scheme } = verification;
    const id = await mint({ verification: { ...verification, secrets: [secretFor(scheme)] } });
    const first = await deliver(id);
    expect(first.problem?.detail ?? first.status).toBe(200);
    const request = await read(first.body.requestId);
    expect(request.verification.detail).toBeTypeOf('string');
    expect(request.verification.status).toBe(scheme === 'gitlab' ? 'authenticated' : 'verified');
    expect(request.verdict).toBe('accepted');
    expect(request.event.type).toBeTruthy();
    if (scheme !== 'hmac') expect(request.event.id).toBeTruthy();
    expect(request.parse).not.toBe('failed');
    const second = await read((await deliver(id)).body.requestId);
    expect(second.verdict).toBe('accepted');
  });

  test('as a command passes the door from outside, or holds no token', async () => {
    const { scheme } = verification;
    const id = await mint({ verification: { ...verification, secrets: [secretFor(scheme)] } });
    const sample = await api.send(sampleDeliveryContract, { params: { id }, body: {} });
    expect(sample.body.curl).not.toContain(secretFor(scheme));
    if (sample.body.secretHidden) {
      expect(sample.body.curl).toContain('YOUR_SECRET');
      return;
    }
    // The address is part of what is signed: here the door stands under another one.
    if ('signed' in verification) return;
    const { method, headers, body, url } = sample.body;
    const answer = await fetch(url.replace('http://hookline.test', door), {
      method,
      headers,
      body,
    });
    expect(answer.status).toBe(202);
  });
});

test('without verification a delivery comes in unchecked', async () => {
  const request = await read((await deliver(await mint({}))).body.requestId);
  expect(request).toMatchObject({ verdict: 'accepted', event: { type: 'order.created' } });
  expect(request.verification.status).toBe('none');
});

test('a bearer token lets it in and stands neither in the command nor in what is kept', async () => {
  const id = await mint({ verification: { scheme: 'bearer', secrets: ['quite a secret token'] } });
  const { body } = await deliver(id);
  expect(body).toMatchObject({ status: 202, secretHidden: true });
  expect(body.curl).toContain('Bearer YOUR_SECRET');
  const request = await read(body.requestId);
  expect(request.verification.status).toBe('authenticated');
  expect(JSON.stringify(request.headers)).not.toContain('quite a secret token');
});

test('a door that refuses it says so: nothing is waved through', async () => {
  const id = await mint({ enabled: false });
  const { body } = await deliver(id);
  expect(body.status).toBe(503);
  await expect
    .poll(async () => (await read(body.requestId)).reason, { timeout: 10_000 })
    .toBe('endpoint_disabled');
});

test('without a secret there is nothing to sign with', async () => {
  const refused = await deliver(await mint({ verification: { scheme: 'github' } }));
  expect(refused.problem.code).toBe('invalid_value');
});

test('a viewer may not send one, and nobody finds another workspace’s endpoint', async () => {
  const id = await mint({});
  expect((await deliver(id, api.tokens.viewer)).status).toBe(403);
  expect((await deliver(id, api.tokens.stranger)).status).toBe(404);
});

test('a sender of several samples sends the one that was asked for, and says which there are', async () => {
  const id = await mint({ verification: { scheme: 'github', secrets: ['a secret for tests'] } });
  const send = (event: string) =>
    api.send(testDeliveryContract, { params: { id }, body: { event } });
  const shown = await api.send(sampleDeliveryContract, { params: { id }, body: {} });
  expect(shown.body.events.length).toBeGreaterThan(1);
  for (const event of shown.body.events) {
    const sent = await send(event);
    expect((await read(sent.body.requestId)).event.type).toBe(event);
  }
  const refused = await send('issues.exploded');
  expect([refused.status, refused.problem.code]).toEqual([422, 'invalid_value']);
  expect(refused.problem.detail).toContain('issues.labeled');
});
