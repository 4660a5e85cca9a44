/** Where something is read from, as a form shows it: a kind to choose and a name to type. */
export type PlaceParts = { kind: 'default' | 'header' | 'body'; name: string };

/** `header:x-delivery-id` or `body:id` in its two parts; null is the sender's own place. */
export function splitPlace(place: string | null): PlaceParts {
  if (place?.startsWith('header:')) return { kind: 'header', name: place.slice(7) };
  if (place?.startsWith('body:')) return { kind: 'body', name: place.slice(5) };
  return { kind: 'default', name: '' };
}

export function joinPlace({ kind, name }: PlaceParts): string | null {
  return kind === 'default' ? null : `${kind}:${name}`;
}
