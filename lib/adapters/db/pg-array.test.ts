import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  byteaArray,
  int4Array,
  int8Array,
  textArray,
  timestampArray,
  uuidArray,
} from './pg-array.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

async function readBack(type: string, array: Buffer): Promise<unknown[]> {
  const { rows } = await db.pool.query(`SELECT v FROM unnest($1::${type}[]) AS u(v)`, [array]);
  return rows.map(({ v }) => v);
}

const text = fc
  .string({ unit: 'binary' })
  .map((value) => value.replaceAll('\0', '').toWellFormed());

test('PostgreSQL reads what was written, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        texts: fc.array(fc.option(text)),
        bytes: fc.array(fc.option(fc.uint8Array())),
        ids: fc.array(fc.uuid()),
        small: fc.array(fc.integer()),
        wide: fc.array(fc.maxSafeInteger()),
        times: fc.array(fc.integer({ min: -1e12, max: 4e12 })),
      }),
      async ({ texts, bytes, ids, small, wide, times }) => {
        expect(await readBack('text', textArray(texts))).toEqual(texts);
        expect(await readBack('uuid', uuidArray(ids))).toEqual(ids);
        expect(await readBack('int4', int4Array(small))).toEqual(small);
        expect(await readBack('int8', int8Array(wide))).toEqual(wide);
        const dates = (await readBack('timestamptz', timestampArray(times))) as Date[];
        expect(dates.map((date) => date.getTime())).toEqual(times);
        const buffers = (await readBack('bytea', byteaArray(bytes))) as (Buffer | null)[];
        expect(buffers.map((one) => one && [...one])).toEqual(bytes.map((one) => one && [...one]));
      },
    ),
    { numRuns: 50 },
  );
});
