import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DedupeInput, dedupeKey, dedupeRule } from './dedupe-key.ts';

const request: DedupeInput['request'] = {
  method: 'POST',
  path: '/a',
  query: 'b=1',
  headers: [['X-Id', '7']],
  body: Buffer.from('{"data":{"ids":[7]}}'),
};
const input: DedupeInput = {
  request,
  eventId: '7',
  parsed: () => ({ data: { ids: [7] } }),
};

function key(from: string, over: Partial<DedupeInput> = {}): string | null {
  const rule = dedupeRule(from);
  if (!rule.ok) throw new Error(rule.error);
  return dedupeKey(rule.value, { ...input, ...over })?.toString('hex') ?? null;
}

test('the same id from two kinds of places makes two keys', () => {
  const keys = ['event', 'header:x-id', 'body:data.ids[0]', 'content'].map((from) => key(from));
  expect(new Set(keys).size).toBe(4);
  expect(keys.every((one) => one?.length === 64)).toBe(true);
});

test('without an id there is no key', () => {
  expect(key('off')).toBeNull();
  expect(key('event', { eventId: null })).toBeNull();
  expect(key('header:x-none')).toBeNull();
  expect(key('body:data.none')).toBeNull();
  expect(key('body:data')).toBeNull();
});

test('content is method, path, query and the exact body, kept apart', () => {
  const part = fc.string({ maxLength: 6 });
  const whole = fc.record({ method: part, path: part, query: part, text: part });
  fc.assert(
    fc.property(whole, whole, (one, two) => {
      const of = ({ text, ...rest }: typeof one) =>
        key('content', { request: { ...request, ...rest, body: Buffer.from(text) } });
      expect(of(one) === of(two)).toBe(JSON.stringify(one) === JSON.stringify(two));
    }),
  );
});

test('a place that is no place is refused with a sentence', () => {
  for (const from of ['', 'always', 'header:', 'header:a b', 'body:', 'body:a..b', 'body:a b']) {
    expect(dedupeRule(from).ok).toBe(false);
  }
});
