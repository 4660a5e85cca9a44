import type { Queryable } from '#lib/adapters/db/pool.ts';
import type { SecretBox } from './secret-box.ts';

const place = { table: 'instance_setting', id: 'secret_check' };
const known = 'hookline';

export type KeyCheck = 'same' | 'previous' | 'another';

/**
 * Does this server hold the key that the database's secrets were sealed with? The first server to
 * ask writes the check value. `previous` means: secrets wait for `rekey`; on `another` the server
 * must not start, for it would seal what its siblings can't read.
 */
export async function checkKey(db: Queryable, box: SecretBox): Promise<KeyCheck> {
  await db.query(
    `INSERT INTO instance_setting (key, value) VALUES ('secret_check', to_jsonb($1::text))
     ON CONFLICT (key) DO NOTHING`,
    [box.seal(known, place)],
  );
  const found = await db.query<{ sealed: string }>(
    `SELECT value #>> '{}' AS sealed FROM instance_setting WHERE key = 'secret_check'`,
  );
  const sealed = found.rows[0]?.sealed ?? '';
  if (!opens(box, sealed)) return 'another';
  return box.isCurrent(sealed) ? 'same' : 'previous';
}

function opens(box: SecretBox, sealed: string): boolean {
  try {
    return box.open(sealed, place) === known;
  } catch {
    return false;
  }
}

/** After `previous`: the check value under the current key, the last act of `rekey`. */
export async function renewKeyCheck(db: Queryable, box: SecretBox): Promise<void> {
  await db.query(
    `UPDATE instance_setting SET value = to_jsonb($1::text), updated_at = now() WHERE key = 'secret_check'`,
    [box.seal(known, place)],
  );
}
