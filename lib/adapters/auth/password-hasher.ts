import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane; some 20 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export type PasswordHasherLimits = { atOnce: number; waiting: number };

/**
 * Passwords as argon2id. At most `atOnce` are worked on and `waiting` queue behind them: a storm of
 * sign-ins must not take the memory and cores that the door needs.
 */
export class PasswordHasher {
  readonly #limits: PasswordHasherLimits;
  readonly #queue: (() => void)[] = [];
  #running = 0;
  #decoy: Promise<string> | undefined;

  constructor(limits: PasswordHasherLimits = { atOnce: 4, waiting: 100 }) {
    this.#limits = limits;
  }

  /** Undefined where too many wait already. */
  async hash(password: string): Promise<string | undefined> {
    return this.#inTurn(() => hash(password, cost));
  }

  /**
   * Undefined where too many wait already. Without a hash (no such user) it takes as long and
   * answers false, so that time doesn't tell who has an account.
   */
  async verify(stored: string | undefined, password: string): Promise<boolean | undefined> {
    return this.#inTurn(async () => {
      this.#decoy ??= hash('nobody has this password', cost);
      const matches = await verify(stored ?? (await this.#decoy), password);
      return matches && stored !== undefined;
    });
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#running >= this.#limits.atOnce) {
      if (this.#queue.length >= this.#limits.waiting) return undefined;
      await new Promise<void>((resolve) => this.#queue.push(resolve));
    } else this.#running += 1;
    try {
      return await work();
    } finally {
      // A waiting one takes over this place; only with nobody waiting does it become free.
      const next = this.#queue.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
