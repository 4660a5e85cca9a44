import type { Notice } from './notifications.ts';

const windowMs = 50;
const namedPerWindow = 20;
/** A request may wait for its commit, and is found by when it arrived. */
const slackMs = 10_000;

export type RequestNoticesOptions = { publish(notice: Notice): void; now(): number };

/**
 * Tells the live streams what was stored. In a flood only the first requests of each 50 ms are
 * named; of the rest, whoever watches their endpoint is told to read again.
 */
export class RequestNotices {
  readonly #options: RequestNoticesOptions;
  #windowStart = 0;
  #named = 0;
  readonly #flooded = new Set<string>();

  constructor(options: RequestNoticesOptions) {
    this.#options = options;
  }

  stored(requests: readonly { id: string; endpointId: string }[]): void {
    const { publish, now } = this.#options;
    const at = now();
    if (at - this.#windowStart >= windowMs) {
      this.#windowStart = at;
      this.#named = 0;
      this.#flooded.clear();
    }
    for (const { id, endpointId } of requests) {
      if (this.#named < namedPerWindow) {
        this.#named += 1;
        publish({ kind: 'request', id, endpointId });
      } else if (!this.#flooded.has(endpointId)) {
        this.#flooded.add(endpointId);
        publish({ kind: 'requests', endpointId, since: this.#windowStart - slackMs });
      }
    }
  }
}
