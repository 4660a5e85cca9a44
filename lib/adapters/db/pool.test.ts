import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from './pool.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

test('a connection that breaks between two statements fails its transaction and nothing else', async () => {
  const work = inTransaction(db.pool, async (client) => {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    // Not `events.once`: it would listen to errors, and what is tested is that somebody else does.
    const ended = new Promise((resolve) => client.once('end', resolve));
    await db.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await ended;
    await client.query('SELECT 1');
  });
  await expect(work).rejects.toThrow(/not queryable|terminat|closed/i);
  const { rows } = await db.pool.query<{ one: number }>('SELECT 1 AS one');
  expect(rows[0]?.one).toBe(1);
});
