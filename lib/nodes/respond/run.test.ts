import { expect, test } from 'vitest';
import { testContext } from '#lib/nodes/test-context.ts';
import { type RespondSettings, respondNode } from './definition.ts';
import { runRespond } from './run.ts';

const respond = (settings: Record<string, unknown>, body: unknown = {}) =>
  runRespond(
    respondNode.settings.parse(settings) as RespondSettings,
    testContext({ body: body as never }),
  );

test('an object goes out as JSON, a text as text', async () => {
  const json = await respond({ body: { echo: '{{body.challenge}}' } }, { challenge: 'abc' });
  expect(json).toMatchObject({
    kind: 'respond',
    port: 'ok',
    answer: {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"echo":"abc"}',
    },
  });
  const text = await respond({ body: 'Hello {{body.name}}' }, { name: 'Ada' });
  expect(text).toMatchObject({
    answer: { headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'Hello Ada' },
  });
});

test('status and headers are filled in, and a content type that was set stays', async () => {
  const outcome = await respond(
    {
      status: '{{body.code}}',
      headers: { 'Content-Type': 'text/csv', 'x-order': '{{body.id}}' },
      body: 'a,b',
    },
    { code: 404, id: 7 },
  );
  expect(outcome).toMatchObject({
    answer: { status: 404, headers: { 'Content-Type': 'text/csv', 'x-order': '7' } },
  });
});

test('a line break in a header fails the step: nobody may add headers through data', async () => {
  const outcome = await respond(
    { headers: { 'x-a': '{{body.a}}' } },
    { a: 'b\r\nset-cookie: c=1' },
  );
  expect(outcome).toMatchObject({
    kind: 'failed',
    error: { code: 'invalid_header', retryable: false },
  });
});

test('a status that no answer can have fails the step', async () => {
  for (const code of ['soon', 99, 600, 200.5, null]) {
    expect(await respond({ status: '{{body.code}}' }, { code })).toMatchObject({ kind: 'failed' });
  }
});

test.each(['set-cookie', 'Content-Security-Policy', 'content-length', 'Transfer-Encoding', 'a b'])(
  'the header "%s" is told before publishing',
  (name) => {
    const parsed = respondNode.settings.parse({ headers: { [name]: 'x' } });
    expect(respondNode.check?.(parsed)).toMatchObject([{ field: `headers.${name}` }]);
  },
);
