import { createHmac, hkdfSync } from 'node:crypto';

/** The parts that never meet: what encrypts doesn't sign sessions, and neither hashes tokens. */
const purposes = ['encryption', 'session', 'token-hash', 'key-id'] as const;
type Purpose = (typeof purposes)[number];

/**
 * Keys of one master key, derived by HKDF-SHA256 (RFC 5869) under a name per purpose.
 * `id` names the master key without telling anything about it.
 */
export class DerivedKeys {
  readonly id: string;
  readonly encryption: Buffer;
  readonly session: string;
  readonly #tokenHash: Buffer;

  constructor(masterKey: string) {
    this.id = derive(masterKey, 'key-id').toString('hex').slice(0, 8);
    this.encryption = derive(masterKey, 'encryption');
    this.session = derive(masterKey, 'session').toString('base64url');
    this.#tokenHash = derive(masterKey, 'token-hash');
  }

  /** HMAC-SHA256: a copied database can't be searched for a short code by guessing. */
  tokenHash(token: string): Buffer<ArrayBuffer> {
    return createHmac('sha256', this.#tokenHash).update(token).digest();
  }
}

function derive(masterKey: string, purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, '', `hookline/${purpose}/v1`, 32));
}
