import { randomBytes } from 'node:crypto';
import { chmod, link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The master key of an installation with the embedded database: read from `secret.key` in the data
 * folder, made there (0600) when absent. Never used with `DATABASE_URL`: a second node would make
 * another key and couldn't read what the first sealed.
 */
export async function readOrCreateMasterKey(dataFolder: string): Promise<string> {
  const path = join(dataFolder, 'secret.key');
  const known = await readKey(path);
  if (known) return known;
  await createKey(path);
  const made = await readKey(path);
  if (!made)
    throw new Error(`The key file ${path} is empty. Put the saved key back, or remove it.`);
  return made;
}

async function readKey(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw cause;
  });
  return text?.trim() || undefined;
}

/** Written whole under another name, then linked: two starts at once agree on one key. */
async function createKey(path: string): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  try {
    await link(draft, path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  } finally {
    await rm(draft, { force: true });
  }
}
