import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from './prisma.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let testing: TestDatabase;
let database: Database;
beforeAll(async () => {
  testing = await testDatabase();
  database = createDatabase(testing.pool);
});
afterAll(() => testing.drop());

test('every model names the table and the columns that the migrations made', async () => {
  const models = Object.entries(database).filter(
    (entry): entry is [string, { findFirst(): Promise<unknown> }] =>
      !entry[0].startsWith('$') &&
      typeof (entry[1] as { findFirst?: unknown })?.findFirst === 'function',
  );
  expect(models.length).toBeGreaterThan(15);
  for (const [, model] of models) expect(await model.findFirst()).toBeNull();
});

test('Prisma leaves the shared pool open when it disconnects', async () => {
  await createDatabase(testing.pool).$disconnect();
  expect((await testing.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});
