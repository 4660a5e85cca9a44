import { resolve } from 'node:path';
import type { Pool } from '#lib/adapters/db/pool.ts';
import { checkKey } from '#lib/adapters/secrets/key-check.ts';
import { readOrCreateMasterKey } from '#lib/adapters/secrets/master-key-file.ts';
import { rekey } from '#lib/adapters/secrets/rekey.ts';
import type { SecretBox } from '#lib/adapters/secrets/secret-box.ts';
import { startRefusal } from '#lib/core/start-refusal.ts';
import type { Environment } from '#lib/env.ts';

/** The master key. Made automatically only where the database is ours too: nodes of one server must share it. */
export async function readMasterKey(environment: Environment): Promise<string> {
  if (environment.HOOKLINE_SECRET) return environment.HOOKLINE_SECRET;
  if (environment.DATABASE_URL) {
    throw startRefusal(
      'With DATABASE_URL the key is yours to keep: set HOOKLINE_SECRET to at least 32 random characters, the same for every node (openssl rand -base64 32).',
    );
  }
  try {
    return await readOrCreateMasterKey(resolve(environment.HOOKLINE_DATA));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw startRefusal(
      `The key file in ${resolve(environment.HOOKLINE_DATA)} can't be used (${code ?? message}): start as the user who owns it, or set HOOKLINE_SECRET.`,
    );
  }
}

/** Refuses a key that the database's secrets weren't sealed with; seals anew after a change of key. */
export async function openSecrets(pool: Pool, box: SecretBox): Promise<void> {
  const verdict = await checkKey(pool, box);
  if (verdict === 'previous') await rekey(pool, box);
  if (verdict !== 'another') return;
  throw startRefusal(
    'This database was sealed with another key: set HOOKLINE_SECRET to that key, or, to change keys, set HOOKLINE_SECRET_PREVIOUS to it as well.',
  );
}
