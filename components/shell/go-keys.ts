export type GoState = { waiting: boolean };
export type GoResult = { state: GoState; href?: string; handled: boolean };

/** G, then a letter: where to go. Any other key forgets the G and is nobody's but its own. */
export function goKey(
  { waiting }: GoState,
  key: string,
  places: readonly { key: string; href: string }[],
): GoResult {
  const letter = key.toUpperCase();
  if (!waiting) return { state: { waiting: letter === 'G' }, handled: letter === 'G' };
  const href = places.find((place) => place.key === letter)?.href;
  if (href !== undefined) return { state: { waiting: false }, href, handled: true };
  return { state: { waiting: letter === 'G' }, handled: letter === 'G' };
}
