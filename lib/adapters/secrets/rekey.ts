import { inTransaction, type Pool, type PoolClient } from '#lib/adapters/db/pool.ts';
import { renewKeyCheck } from './key-check.ts';
import type { SecretBox } from './secret-box.ts';

/** Every place a sealed text stands in; `place` is the id its additional data was made with. */
const sealedColumns = [
  { table: 'endpoint_secret', key: 'id::text', place: 'id::text' },
  { table: 'connection', key: 'id::text', place: 'id::text' },
  { table: 'endpoint_token', key: "encode(hash, 'hex')", place: 'endpoint_id::text' },
] as const;
type SealedColumn = (typeof sealedColumns)[number];

/**
 * Seals everything anew with the current key, so that `HOOKLINE_SECRET_PREVIOUS` can go. One
 * transaction under a lock: with several nodes starting, one does it and the others find it done.
 * API tokens keep only a hash; they are hashed anew when they are next used.
 */
export async function rekey(pool: Pool, box: SecretBox): Promise<number> {
  return inTransaction(pool, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('hookline.rekey'))`);
    let moved = 0;
    for (const column of sealedColumns) moved += await moveTable(client, box, column);
    await renewKeyCheck(client, box);
    return moved;
  });
}

async function moveTable(
  client: PoolClient,
  box: SecretBox,
  column: SealedColumn,
): Promise<number> {
  const { table, key, place } = column;
  const rows = await client.query<{ key: string; place: string; sealed: string }>(
    `SELECT ${key} AS key, ${place} AS place, sealed FROM ${table} WHERE split_part(sealed, '.', 2) <> $1`,
    [box.keyId],
  );
  for (const row of rows.rows) {
    const at = { table, id: row.place };
    const plain = box.open(row.sealed, at);
    const rehash = table === 'endpoint_token' ? ', hash = $3' : '';
    const values: unknown[] = [row.key, box.seal(plain, at)];
    if (rehash) values.push(box.tokenHash(plain));
    await client.query(`UPDATE ${table} SET sealed = $2${rehash} WHERE ${key} = $1`, values);
  }
  return rows.rows.length;
}
