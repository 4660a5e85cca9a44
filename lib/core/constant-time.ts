import { hash, timingSafeEqual } from 'node:crypto';

/**
 * The one comparison for anything secret: takes the same time wherever two values differ, and
 * whatever their lengths (both sides are hashed first, so a length never shows).
 */
export function constantTimeEqual(left: string | Uint8Array, right: string | Uint8Array): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(value: string | Uint8Array): Buffer {
  return hash('sha256', value, 'buffer');
}

/**
 * The same for two texts whose length everybody knows, such as digests: without the hashing, which
 * would cost the door as much as the signature itself.
 */
export function equalDigests(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
