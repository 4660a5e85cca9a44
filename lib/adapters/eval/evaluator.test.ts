import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Json } from '#lib/core/json.ts';
import { Evaluator } from './evaluator.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const evaluator = new Evaluator({ root, deadlineMs: 3_000 });
afterAll(() => evaluator.stop());

const settled = async (result: Promise<{ ok: boolean }>) => {
  const got = (await result) as { ok: boolean; value?: unknown; error?: { code: string } };
  return got.ok ? got.value : got.error?.code;
};

/** How often the event loop came round while the work was under way. */
async function turnsDuring<T>(work: Promise<T>): Promise<{ result: T; turns: number }> {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 5);
  const result = await work;
  clearInterval(timer);
  return { result, turns };
}

describe('expressions', () => {
  test.each([
    ['jsonata', '$sum(items.n)', { items: [{ n: 1 }, { n: 2 }] }, 3],
    ['jsonpath', '$.a', { a: 1 }, [{ path: "$['a']", value: 1 }]],
    ['xpath', 'count(//b)', '<a><b/></a>', 1],
    ['regex', '(b+)', 'abb', { match: 'bb', index: 1, groups: ['bb'], named: {} }],
    ['regex', 'x', 'abb', null],
    ['jsonata', '{', {}, 'invalid_expression'],
    ['jsonpath', '$[', {}, 'invalid_expression'],
    ['xpath', '//', '<a/>', 'invalid_expression'],
    ['regex', '(', '', 'invalid_expression'],
  ] as const)('%s %s gives its result', async (...[language, expression, data, expected]) => {
    const result = evaluator.evaluate({ language, expression, data: data as unknown as Json });
    expect(await settled(result)).toEqual(expected);
  });

  test('what never ends is stopped, meanwhile the event loop answers, and the next one works', async () => {
    const data: Json = Array.from({ length: 3000 }, (_, index) => ({ a: { b: [index] } }));
    const expression = '$[?count($..[?count($..*) > 0]) > 1000000]';
    const { result, turns } = await turnsDuring(
      evaluator.evaluate({ language: 'jsonpath', expression, data }),
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_value' } });
    expect(turns).toBeGreaterThan(5);
    const next = evaluator.evaluate({ language: 'jsonpath', expression: '$', data: 1 });
    expect(await settled(next)).toEqual([{ path: '$', value: 1 }]);
  });

  test('what needs too much memory fails alone', async () => {
    const small = new Evaluator({ root, heapMb: 32, deadlineMs: 10_000 });
    const expression =
      '($f := function($s, $n){ $n = 0 ? $s : $f($append($s, $map($s, function($x){$x & "y"})), $n - 1) }; $count($f(["x"], 30)))';
    expect(await settled(small.evaluate({ language: 'jsonata', expression, data: {} }))).toBe(
      'invalid_value',
    );
    expect(
      await settled(small.evaluate({ language: 'jsonata', expression: '1+1', data: {} })),
    ).toBe(2);
    await small.stop();
  });

  test('a result longer than the cap is refused', async () => {
    const capped = new Evaluator({ root, maxResultChars: 100 });
    const data = 'x'.repeat(200);
    expect(await settled(capped.evaluate({ language: 'jsonata', expression: '$', data }))).toBe(
      'invalid_value',
    );
    await capped.stop();
  });

  test('data nested without end is refused before it is sent', async () => {
    const data = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as Json;
    expect(await settled(evaluator.evaluate({ language: 'jsonpath', expression: '$', data }))).toBe(
      'invalid_value',
    );
  });

  test('more work than threads waits its turn; too much is refused', async () => {
    const narrow = new Evaluator({ root, threads: 1, maxWaiting: 3 });
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, data) =>
        settled(narrow.evaluate({ language: 'jsonata', expression: '$', data })),
      ),
    );
    expect(results).toEqual([0, 1, 2, 3, 'overloaded', 'overloaded']);
    await narrow.stop();
    expect(await settled(narrow.evaluate({ language: 'jsonata', expression: '1', data: 0 }))).toBe(
      'overloaded',
    );
  });

  test('an idle thread ends and the next work starts a new one', async () => {
    const idle = new Evaluator({ root, idleMs: 1 });
    for (const data of [1, 2]) {
      expect(
        await settled(idle.evaluate({ language: 'regex', expression: '.', data: `${data}` })),
      ).toMatchObject({ match: `${data}` });
      await vi.waitFor(() => expect(idle.threadsAlive).toBe(0));
    }
    await idle.stop();
  });
});

describe('schemas', () => {
  test('are checked when saved and values against them', async () => {
    const schema: Json = { type: 'object', required: ['id'] };
    expect(await settled(evaluator.checkSchema(schema))).toBeNull();
    expect(await settled(evaluator.checkSchema({ type: 'strnig' }))).toBe('invalid_value');
    expect(await settled(evaluator.validateSchema(schema, { id: 1 }))).toEqual({
      valid: true,
      errors: [],
    });
    expect(await settled(evaluator.validateSchema(schema, {}))).toEqual({
      valid: false,
      errors: ["/ must have required property 'id'"],
    });
  });

  test('2^24 branches are cut off while the event loop answers', async () => {
    const $defs: Record<string, Json> = { d24: { type: 'string' } };
    for (let n = 0; n < 24; n += 1) {
      const ref = { $ref: `#/$defs/d${n + 1}` };
      $defs[`d${n}`] = { anyOf: [ref, ref] };
    }
    const { result, turns } = await turnsDuring(
      evaluator.validateSchema({ $defs, $ref: '#/$defs/d0' }, 1),
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'schema_mismatch' } });
    expect(turns).toBeGreaterThan(5);
  });
});

type Hostile = { id: string; kind: string; expression: string; body: Json };
const corpora = process.env.HOOKLINE_CORPORA ?? path.resolve('../shared/corpora');
const file = path.join(corpora, 'nasty-bodies', 'expressions.json');
const hostile = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Hostile[]) : [];

test(`the hostile expressions are ${hostile.length > 0 ? 'there' : 'absent, so only our own vectors ran'}`, () => {
  expect(file).not.toBe('');
});

type Made = { how: string; prefix: string; unit: string; count: number; suffix: string };

function bodyOf(body: Json): string {
  if (typeof body === 'string') return body;
  const { prefix, unit, count, suffix } = body as unknown as Made;
  const units = Array.from({ length: count }, (_, index) => unit.replaceAll('{i}', String(index)));
  return prefix + units.join('') + suffix;
}

const expected: Record<string, unknown> = {
  'jp-proto': [],
  'jp-constructor': [],
  'jp-length': [],
  'jp-regex': [],
  'xp-unparsed': 'invalid_expression',
  'js-remote': 'refused',
  'js-file': 'refused',
  'js-not-a-schema': 'refused',
  'js-multiple': { valid: true, errors: [] },
};

if (hostile.length > 0) {
  test.each(hostile)('a hostile expression is answered or cut off: $id', async (entry) => {
    const body = bodyOf(entry.body);
    const found = await answerOf(entry, body);
    if (entry.id in expected) expect(found).toEqual(expected[entry.id]);
  });
}

async function answerOf({ kind, expression }: Hostile, body: string): Promise<unknown> {
  if (kind === 'json-schema') {
    const schema = JSON.parse(expression) as Json;
    const usable = await evaluator.checkSchema(schema);
    if (!usable.ok) return 'refused';
    return settled(evaluator.validateSchema(schema, JSON.parse(body) as Json));
  }
  const language = kind as 'jsonpath' | 'xpath';
  const data = language === 'jsonpath' ? (JSON.parse(body) as Json) : body;
  return settled(evaluator.evaluate({ language, expression, data }));
}
