import { type Path, resolvePath, scanPath } from '#lib/core/expression/path.ts';
import type { Json } from '#lib/core/json.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { headerValue } from './header-value.ts';
import type { HeaderList } from './inbound-request.ts';

/** Where in a request a value stands. Header names are lower-case; a body path starts at `body`. */
export type Place =
  | { readonly in: 'header'; readonly name: string }
  | { readonly in: 'body'; readonly path: Path };

export function inHeader(name: string): Place {
  return { in: 'header', name };
}

export function inBody(...path: (string | number)[]): Place {
  return { in: 'body', path: ['body', ...path] };
}

const headerName = /^[\w!#$%&'*+.^`|~-]{1,200}$/;

/** Reads `header:<name>` or `body:<path>`, e.g. `body:data[0].id`. Fails with a sentence. */
export function parsePlace(text: string): Result<Place, string> {
  const colon = text.indexOf(':');
  const kind = text.slice(0, colon);
  const rest = text.slice(colon + 1);
  if (kind === 'header') {
    if (!headerName.test(rest)) return err(`${rest} is not a header's name.`);
    return ok(inHeader(rest.toLowerCase()));
  }
  if (kind !== 'body') return err('Write header:<name> or body:<path>.');
  const full = rest.startsWith('[') ? `body${rest}` : `body.${rest}`;
  const scanned = scanPath(full, 0);
  if (!scanned.ok) return scanned;
  if (scanned.value.end !== full.length) return err(`${rest} is not a path, like data.id.`);
  return ok({ in: 'body', path: scanned.value.path });
}

/** What stands there as text; null where nothing does, or an object or a list. */
export function readPlace(place: Place, headers: HeaderList, parsed: () => Json): string | null {
  if (place.in === 'header') return headerValue(headers, place.name)?.trim() || null;
  return scalarText(resolvePath(place.path, { body: parsed() }));
}

function scalarText(value: Json | undefined): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return null;
}
