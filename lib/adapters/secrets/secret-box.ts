import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DerivedKeys } from './key-ring.ts';

/** The row a secret belongs to: it opens nowhere else, so rows can't be swapped in the database. */
export type SecretPlace = { table: string; id: string };

export type SecretBoxKeys = {
  /** `HOOKLINE_SECRET`, at least 32 bytes. */
  current: string;
  /** `HOOKLINE_SECRET_PREVIOUS`: still opens, never seals. */
  previous?: string | undefined;
};

const ivBytes = 12;

/**
 * Secrets at rest: AES-256-GCM, written `v1.keyId.iv.data.tag` (base64url), bound to table and row
 * id as additional data.
 */
export class SecretBox {
  readonly #current: DerivedKeys;
  readonly #previous: DerivedKeys | undefined;

  constructor(keys: SecretBoxKeys) {
    this.#current = new DerivedKeys(keys.current);
    this.#previous = keys.previous ? new DerivedKeys(keys.previous) : undefined;
  }

  /** Names the key that seals; part of every sealed text. */
  get keyId(): string {
    return this.#current.id;
  }

  /** What signs and encrypts session cookies. */
  get sessionKey(): string {
    return this.#current.session;
  }

  seal(plain: string, place: SecretPlace): string {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#current.encryption, iv);
    cipher.setAAD(additionalData(place));
    const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    const parts = [iv, data, cipher.getAuthTag()].map((part) => part.toString('base64url'));
    return ['v1', this.#current.id, ...parts].join('.');
  }

  /** Throws where the text was sealed with an unknown key, for another row, or was changed. */
  open(sealed: string, place: SecretPlace): string {
    const [version, keyId, iv, data, tag] = sealed.split('.');
    const key = this.#keyNamed(keyId);
    if (version !== 'v1' || !key || iv === undefined || data === undefined || tag === undefined)
      throw new Error(`A secret of ${place.table} was sealed with a key that this server lacks.`);
    const decipher = createDecipheriv('aes-256-gcm', key.encryption, Buffer.from(iv, 'base64url'), {
      authTagLength: 16,
    });
    decipher.setAAD(additionalData(place));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    const plain = Buffer.concat([
      decipher.update(Buffer.from(data, 'base64url')),
      decipher.final(),
    ]);
    return plain.toString('utf8');
  }

  /** True for what was sealed with the current key; false means it waits for `rekey`. */
  isCurrent(sealed: string): boolean {
    return sealed.split('.')[1] === this.#current.id;
  }

  /** What a token is stored and looked up as. */
  tokenHash(token: string): Buffer<ArrayBuffer> {
    return this.#current.tokenHash(token);
  }

  /** For look-ups of tokens that can't be hashed anew (only their hash is kept): current key first. */
  tokenHashes(token: string): Buffer<ArrayBuffer>[] {
    const rings = this.#previous ? [this.#current, this.#previous] : [this.#current];
    return rings.map((ring) => ring.tokenHash(token));
  }

  #keyNamed(id: string | undefined): DerivedKeys | undefined {
    return [this.#current, this.#previous].find((key) => key?.id === id);
  }
}

function additionalData(place: SecretPlace): Buffer {
  return Buffer.from(`${place.table}\n${place.id}`);
}
