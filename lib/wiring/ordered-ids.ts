import { randomBytes } from 'node:crypto';
import { OrderedIds } from '#lib/core/ids.ts';

/** A source of ids for what people make. */
export function orderedIds(): () => string {
  const ids = new OrderedIds(Date.now, () => randomBytes(10));
  return () => ids.next();
}
