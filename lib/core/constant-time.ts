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
