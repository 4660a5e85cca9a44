import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import type { KeyDerivation } from './scheme.ts';
import type { LiveSecret } from './types.ts';

const base64Text = /^[A-Za-z0-9+/_-]+={0,2}$/;
const hexText = /^(?:[0-9a-fA-F]{2})+$/;

/** The key's bytes; null where the secret doesn't have the shape, and for an empty key. */
export function keyBytes(secret: string, derivation: KeyDerivation): Buffer | null {
  switch (derivation) {
    case 'utf8':
      return secret === '' ? null : Buffer.from(secret, 'utf8');
    case 'hex':
      return hexText.test(secret) ? Buffer.from(secret, 'hex') : null;
    case 'base64':
      return decodeBase64(secret);
    case 'whsec':
      return decodeBase64(secret.startsWith('whsec_') ? secret.slice(6) : secret);
    case 'sha1':
      return secret === '' ? null : createHash('sha1').update(secret).digest();
  }
}

/** Buffer.from skips what isn't base64: without the test, any text would make some key. */
function decodeBase64(text: string): Buffer | null {
  if (!base64Text.test(text)) return null;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length > 0 ? bytes : null;
}

/** Derives each secret once, for as long as the endpoint's cache holds it. */
export class KeyRing {
  readonly #derivation: KeyDerivation;
  readonly #keys = new WeakMap<LiveSecret, KeyObject>();

  constructor(derivation: KeyDerivation) {
    this.#derivation = derivation;
  }

  keyOf(secret: LiveSecret): KeyObject | null {
    const known = this.#keys.get(secret);
    if (known) return known;
    const bytes = keyBytes(secret.value, this.#derivation);
    if (!bytes) return null;
    const key = createSecretKey(bytes);
    this.#keys.set(secret, key);
    return key;
  }
}
