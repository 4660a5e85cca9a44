import type { Notice } from './notifications.ts';

/** Requests that are named a second, more than anybody reads, and how many of them at once. */
const namedPerSecond = 1_200;
const namedAtOnce = 600;
/** In a flood an endpoint is named once in so long. */
const floodMs = 50;
/** A request may wait for its commit, and is found by when it arrived. */
const slackMs = 10_000;

export type RequestNoticesOptions = { publish(notice: Notice): void; now(): number };

/**
 * Tells the live streams what was stored. In a flood only so many requests are named; of the rest,
 * whoever watches their endpoint is told to read again.
 */
export class RequestNotices {
  readonly #options: RequestNoticesOptions;
  #left = namedAtOnce;
  #leftAt = 0;
  readonly #flooded = new Map<string, number>();

  constructor(options: RequestNoticesOptions) {
    this.#options = options;
  }

  stored(requests: readonly { id: string; endpointId: string }[]): void {
    const { publish, now } = this.#options;
    const at = now();
    this.#refill(at);
    for (const { id, endpointId } of requests) {
      if (this.#left >= 1) {
        this.#left -= 1;
        publish({ kind: 'request', id, endpointId });
      } else this.#flood(endpointId, at);
    }
  }

  #refill(at: number): void {
    // A clock that was set back must not stop it.
    const passed = Math.max(at - this.#leftAt, 0);
    this.#left = Math.min(namedAtOnce, this.#left + (passed / 1000) * namedPerSecond);
    this.#leftAt = at;
  }

  #flood(endpointId: string, at: number): void {
    const last = this.#flooded.get(endpointId);
    if (last !== undefined && Math.abs(at - last) < floodMs) return;
    for (const [id, time] of this.#flooded) {
      if (Math.abs(at - time) >= floodMs) this.#flooded.delete(id);
    }
    this.#flooded.set(endpointId, at);
    this.#options.publish({ kind: 'requests', endpointId, since: at - slackMs });
  }
}
