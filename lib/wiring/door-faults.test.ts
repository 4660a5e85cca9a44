import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPool } from '#lib/adapters/db/pool.ts';
import { TestDoor, until } from './test-door.ts';

const github = { verification: { scheme: 'github' } };
let door: TestDoor;
beforeAll(async () => {
  door = await TestDoor.open({ nodes: 2 });
});
afterAll(() => door.close());

test('the same keys crosswise on two nodes give each delivery to one request', async () => {
  const endpoint = await door.endpoint(github);
  const ids = Array.from({ length: 100 }, (_, index) => `cross-${index}`);
  const both = await Promise.all([
    ...ids.map((id) => door.github(endpoint, { node: 0, id })),
    ...ids.toReversed().map((id) => door.github(endpoint, { node: 1, id })),
  ]);
  expect(both.filter(({ status }) => status === 202)).toHaveLength(ids.length);
  const repeats = both.filter(({ status }) => status === 200);
  expect(repeats).toHaveLength(ids.length);
  const accepted = new Set(both.filter(({ status }) => status === 202).map(({ json }) => json.id));
  for (const { json } of repeats) expect(accepted).toContain(json.duplicateOf);
});

test('a burst on two nodes is stored once each and counted exactly', async () => {
  const endpoint = await door.endpoint(github);
  const sent = await Promise.all(
    Array.from({ length: 300 }, (_, index) => door.github(endpoint, { node: index % 2 })),
  );
  expect(new Set(sent.map(({ json }) => json.id)).size).toBe(300);
  expect(await door.stats(endpoint)).toMatchObject({ received: 300, waiting: 300 });
});

test('a secret verifies nothing once its removal was answered, on no node', async () => {
  const endpoint = await door.endpoint(github);
  for (let round = 0; round < 10; round += 1) {
    // Both nodes know the endpoint; nobody tells them of the change.
    expect((await door.github(endpoint, { node: 0 })).status).toBe(202);
    expect((await door.github(endpoint, { node: 1 })).status).toBe(202);
    const secret = await door.database.pool.query(
      'SELECT * FROM endpoint_secret WHERE endpoint_id = $1',
      [endpoint.id],
    );
    await door.database.pool.query(
      `WITH gone AS (DELETE FROM endpoint_secret WHERE endpoint_id = $1)
       UPDATE endpoint SET revision = revision + 1 WHERE id = $1`,
      [endpoint.id],
    );
    const after = await Promise.all([
      door.github(endpoint, { node: 0 }),
      door.github(endpoint, { node: 1 }),
    ]);
    expect(after.map(({ status }) => status)).toEqual([401, 401]);
    const { id, sealed } = secret.rows[0];
    await door.database.pool.query(
      `INSERT INTO endpoint_secret (id, endpoint_id, sealed, hint) VALUES ($1, $2, $3, 'x')`,
      [id, endpoint.id, sealed],
    );
    await door.change(endpoint, 'name = name');
  }
});

test('what was judged by an old configuration is judged again by the new one', async () => {
  const endpoint = await door.endpoint();
  expect((await door.send({ endpoint, body: '{}' })).status).toBe(202);
  const { pool } = door.database;
  const quietly = (set: string) =>
    pool.query(`UPDATE endpoint SET revision = revision + 1, ${set} WHERE id = $1`, [endpoint.id]);
  await quietly(`config = '{"methods":["PUT"]}'`);
  expect((await door.send({ endpoint, body: '{}' })).json.code).toBe('method_not_allowed');
  await door.change(endpoint, `config = '{}'`);
  expect((await door.send({ endpoint, body: '{}' })).status).toBe(202);
  await quietly('deleted_at = now()');
  expect((await door.send({ endpoint, body: '{}' })).status).toBe(410);
});

test('a flush whose connection is killed loses nothing that was answered, and stores nothing twice', async () => {
  const endpoint = await door.endpoint(github);
  const { pool } = door.database;
  const run = { open: true };
  const killer = (async () => {
    while (run.open) {
      await pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'hookline'
           AND query LIKE '%INSERT INTO inbound_request%' AND pid <> pg_backend_pid()`,
      );
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  const accepted: string[] = [];
  const ids: string[] = [];
  for (let round = 0; round < 20; round += 1) {
    const mine = Array.from({ length: 20 }, (_, index) => `kill-${round}-${index}`);
    ids.push(...mine);
    const sent = await Promise.all(
      mine.map((id, index) => door.github(endpoint, { id, node: index % 2 })),
    );
    for (const { status, json } of sent) {
      expect([202, 503]).toContain(status);
      if (status === 202) accepted.push(json.id ?? '');
    }
  }
  run.open = false;
  await killer;
  const { rows } = await pool.query<{ id: string; event_id: string }>(
    `SELECT r.id, r.event_id FROM inbound_request r JOIN request_content USING (id)
     WHERE endpoint_id = $1 AND verdict = 'accepted'`,
    [endpoint.id],
  );
  const there = new Set(rows.map(({ id }) => id));
  expect(accepted.filter((id) => !there.has(id))).toEqual([]);
  expect(new Set(rows.map((row) => row.event_id)).size).toBe(rows.length);
  const again = await Promise.all(ids.map((id) => door.github(endpoint, { id })));
  const known = new Set(rows.map((row) => row.event_id));
  for (const [index, { status }] of again.entries())
    expect(status).toBe(known.has(ids[index] ?? '') ? 200 : 202);
  const { waiting, duplicate } = await door.stats(endpoint);
  expect([waiting, duplicate]).toEqual([ids.length, rows.length]);
});

test('while the database is away the sender is told to come again, and then all is well', async () => {
  const endpoint = await door.endpoint(github);
  expect((await door.github(endpoint)).status).toBe(202);
  const { config } = door.database;
  const admin = createPool({ ...config, database: 'postgres', max: 1 });
  await admin.query(`ALTER DATABASE ${config.database} ALLOW_CONNECTIONS false`);
  await admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = $1 AND application_name = 'hookline'`,
    [config.database],
  );
  const away = await door.github(endpoint);
  expect([away.status, away.json.code]).toEqual([503, 'overloaded']);
  expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0);
  await admin.query(`ALTER DATABASE ${config.database} ALLOW_CONNECTIONS true`);
  await admin.end();
  const back = await until(
    () => door.github(endpoint),
    ({ status }) => status === 202,
  );
  expect(back.status).toBe(202);
});
