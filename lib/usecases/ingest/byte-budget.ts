import type { ByteBudget } from '#lib/core/request/arrival.ts';

/** Up to `most` bytes at once. */
export function byteBudget(most: number): ByteBudget {
  let held = 0;
  return {
    take(bytes) {
      if (held + bytes > most) return false;
      held += bytes;
      return true;
    },
    give(bytes) {
      held -= bytes;
    },
  };
}
