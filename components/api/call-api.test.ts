import { afterEach, expect, test, vi } from 'vitest';
import { callApi } from './call-api.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

function answering(status: number, text: string) {
  const fetched = vi.fn(async (_path: string, _init: RequestInit) => ({
    ok: status < 400,
    status,
    text: async () => text,
  }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

test('a call that changes something says it is JSON even without a body, as cookie calls must', async () => {
  const fetched = answering(204, '');
  expect(await callApi('/api/v1/tokens/1', { method: 'DELETE' })).toMatchObject({ ok: true });
  expect(fetched.mock.lastCall?.[1].headers).toEqual({ 'content-type': 'application/json' });
  await callApi('/api/v1/tokens');
  expect(fetched.mock.lastCall?.[1].headers).toBeUndefined();
});

test('a refusal keeps its code and fields; a server that is away counts as unreachable', async () => {
  answering(422, JSON.stringify({ code: 'invalid_value', detail: 'No.', errors: [] }));
  const refused = await callApi('/x', { method: 'POST', body: {} });
  expect(refused).toMatchObject({ failure: { kind: 'refused', code: 'invalid_value' } });
  answering(503, '<html>');
  expect(await callApi('/x')).toMatchObject({ failure: { kind: 'unreachable', status: 0 } });
});
