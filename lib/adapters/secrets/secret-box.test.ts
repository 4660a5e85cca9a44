import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#lib/adapters/db/test-database.ts';
import { checkKey } from './key-check.ts';
import { readOrCreateMasterKey } from './master-key-file.ts';
import { rekey } from './rekey.ts';
import { SecretBox } from './secret-box.ts';

const first = 'a'.repeat(32);
const second = 'b'.repeat(32);
const place = { table: 'connection', id: '0190' };
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

test('what is sealed opens again, and never looks the same twice', () => {
  const box = new SecretBox({ current: first });
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (plain) => {
      const sealed = box.seal(plain, place);
      expect(box.open(sealed, place)).toBe(plain);
      expect(box.seal(plain, place)).not.toBe(sealed);
      expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+\.[\w-]*\.[\w-]+$/);
    }),
  );
});

test('a sealed secret opens only in its own row, unchanged, with its own key', () => {
  const box = new SecretBox({ current: first });
  const sealed = box.seal('s3cret', place);
  expect(() => box.open(sealed, { ...place, id: '0191' })).toThrow();
  expect(() => box.open(sealed, { ...place, table: 'endpoint_secret' })).toThrow();
  const [v, id, iv, data, tag] = sealed.split('.');
  expect(() => box.open([v, id, iv, `A${data?.slice(1)}x`, tag].join('.'), place)).toThrow();
  expect(() => box.open([v, id, iv, data, tag?.slice(0, 6)].join('.'), place)).toThrow();
  expect(() => new SecretBox({ current: second }).open(sealed, place)).toThrow(/lacks/);
});

test('the previous key still opens, and only the current one seals', () => {
  const old = new SecretBox({ current: first });
  const box = new SecretBox({ current: second, previous: first });
  expect(box.open(old.seal('s3cret', place), place)).toBe('s3cret');
  expect(box.isCurrent(box.seal('x', place))).toBe(true);
  expect(box.tokenHashes('t')).toEqual([box.tokenHash('t'), old.tokenHash('t')]);
});

test('keys for encryption, sessions and token hashes differ', () => {
  const box = new SecretBox({ current: first });
  expect(box.sessionKey).not.toBe(first);
  expect(box.tokenHash(first).toString('base64url')).not.toBe(box.sessionKey);
});

test('a server with another key is told apart, and one with the previous key moves every secret', async () => {
  const { pool } = db;
  const old = new SecretBox({ current: first });
  expect(await checkKey(pool, old)).toBe('same');
  expect(await checkKey(pool, new SecretBox({ current: second }))).toBe('another');
  const workspace = '01900000-0000-7000-8000-000000000001';
  const id = '01900000-0000-7000-8000-000000000002';
  await pool.query(`INSERT INTO workspace (id, name) VALUES ($1, 'w')`, [workspace]);
  await pool.query(
    `INSERT INTO endpoint (id, workspace_id, name, config) VALUES ($1, $2, 'e', '{}')`,
    [id, workspace],
  );
  await pool.query(`INSERT INTO endpoint_token (hash, endpoint_id, sealed) VALUES ($1, $2, $3)`, [
    old.tokenHash('tok'),
    id,
    old.seal('tok', { table: 'endpoint_token', id }),
  ]);
  await pool.query(
    `INSERT INTO endpoint_secret (id, endpoint_id, sealed, hint) VALUES ($1, $1, $2, 'x')`,
    [id, old.seal('sec', { table: 'endpoint_secret', id })],
  );
  const box = new SecretBox({ current: second, previous: first });
  expect(await checkKey(pool, box)).toBe('previous');
  expect(await rekey(pool, box)).toBe(2);
  expect(await rekey(pool, box)).toBe(0);
  const alone = new SecretBox({ current: second });
  expect(await checkKey(pool, alone)).toBe('same');
  const token = await pool.query(`SELECT sealed FROM endpoint_token WHERE hash = $1`, [
    alone.tokenHash('tok'),
  ]);
  expect(alone.open(token.rows[0].sealed, { table: 'endpoint_token', id })).toBe('tok');
});

test('the master key file is made once, for its owner only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hookline-key-'));
  try {
    const [one, two] = await Promise.all([
      readOrCreateMasterKey(folder),
      readOrCreateMasterKey(folder),
    ]);
    expect(one).toBe(two);
    expect(one.length).toBeGreaterThanOrEqual(32);
    expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
  } finally {
    await rm(folder, { recursive: true });
  }
});
