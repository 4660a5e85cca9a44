/** Refills continuously; holds at most `burst`. */
type Bucket = { tokens: number; at: number };
type Failures = { count: number; since: number };

const maxKeys = 50_000;
/** Wrong signatures from one address to one endpoint before it is told to wait. */
const maxFailures = 100;
const failureWindowMs = 60_000;

/** What a process remembers of who came how often. Bounded; the oldest are forgotten first. */
export class DoorLimits {
  readonly #buckets = new Map<string, Bucket>();
  readonly #failures = new Map<string, Failures>();

  /** Seconds to wait; 0 where the request may pass. `perSecond` and `burst` are this node's share. */
  take(endpointId: string, rate: { perSecond: number; burst: number }, now: number): number {
    const bucket = this.#buckets.get(endpointId) ?? { tokens: rate.burst, at: now };
    const grown = bucket.tokens + ((now - bucket.at) / 1000) * rate.perSecond;
    const tokens = Math.min(Math.max(rate.burst, 1), grown);
    const passes = tokens >= 1;
    remember(this.#buckets, endpointId, { tokens: passes ? tokens - 1 : tokens, at: now });
    return passes ? 0 : Math.max(1, Math.ceil((1 - tokens) / rate.perSecond));
  }

  failed(ip: string, endpointId: string, now: number): void {
    const key = `${endpointId} ${ip}`;
    const before = this.#failures.get(key);
    const current = before && now - before.since < failureWindowMs;
    remember(this.#failures, key, {
      count: current ? before.count + 1 : 1,
      since: current ? before.since : now,
    });
  }

  /** Seconds until this address is heard again; 0 where it is. */
  blockedFor(ip: string, endpointId: string, now: number): number {
    if (this.#failures.size === 0) return 0;
    const failures = this.#failures.get(`${endpointId} ${ip}`);
    if (!failures || failures.count < maxFailures) return 0;
    return Math.max(0, Math.ceil((failures.since + failureWindowMs - now) / 1000));
  }
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  if (map.size >= maxKeys && !map.has(key)) {
    const [oldest] = map.keys();
    if (oldest !== undefined) map.delete(oldest);
  }
  map.set(key, value);
}
