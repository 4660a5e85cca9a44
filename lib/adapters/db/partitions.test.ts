import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#lib/core/ids.ts';
import { dayMs, ensureDay, ensurePartitions, partitionedTables } from './partitions.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

test('a row lands in the day that its id names, and making days twice is harmless', async () => {
  const now = Date.now();
  await Promise.all([ensurePartitions(db.pool, now), ensurePartitions(db.pool, now)]);
  const id = uuidv7(now + 3 * 86_400_000, new Uint8Array(10));
  await db.pool.query(`INSERT INTO request_content (id, headers, body) VALUES ($1, '[]', '')`, [
    id,
  ]);
  const { rows } = await db.pool.query(
    `SELECT tableoid::regclass::text AS part FROM request_content WHERE id = $1`,
    [id],
  );
  const day = new Date(now + 3 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  expect(rows[0].part).toBe(`request_content_${day}`);
});

test('processes that make the same new days at once all find them made', async () => {
  const far = Math.floor(Date.now() / dayMs) * dayMs + 100 * dayMs;
  const days = Array.from({ length: 10 }, (_, index) => far + index * dayMs);
  for (const day of days) {
    await Promise.all(Array.from({ length: 8 }, () => ensureDay(db.pool, day)));
  }
  const { rows } = await db.pool.query<{ count: number }>(
    `SELECT count(*)::int FROM pg_class WHERE relispartition AND relname = ANY ($1)`,
    [
      days.flatMap((day) =>
        partitionedTables.map(
          (table) => `${table}_${new Date(day).toISOString().slice(0, 10).replaceAll('-', '')}`,
        ),
      ),
    ],
  );
  expect(rows[0]?.count).toBe(days.length * partitionedTables.length);
});
