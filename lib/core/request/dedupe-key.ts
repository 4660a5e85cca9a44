import { createHash, hash } from 'node:crypto';
import type { Json } from '#lib/core/json.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { RawRequest } from './inbound-request.ts';
import { type Place, parsePlace, readPlace } from './place.ts';

/** What tells a delivery's repeats: `dedupe.from` of an endpoint, compiled. */
export type DedupeRule =
  | { readonly kind: 'off' }
  | { readonly kind: 'event' }
  | { readonly kind: 'content' }
  | { readonly kind: 'place'; readonly text: string; readonly place: Place };

/** Reads `off`, `event`, `content`, `header:<name>`, `body:<path>`. Fails with a sentence. */
export function dedupeRule(from: string): Result<DedupeRule, string> {
  if (from === 'off' || from === 'event' || from === 'content') return ok({ kind: from });
  const place = parsePlace(from);
  if (!place.ok) return err(`${place.error} Or write off, event or content.`);
  return ok({ kind: 'place', text: from, place: place.value });
}

export type DedupeInput = {
  request: Pick<RawRequest, 'method' | 'path' | 'query' | 'headers' | 'body'>;
  eventId: string | null;
  parsed: () => Json;
};

/**
 * The key under which a delivery is claimed on its endpoint: SHA-256, 32 bytes. Null where there is
 * no id: such a request is never a duplicate. The kind of source goes in, so that a change of
 * `dedupe.from` can't make an old id of one kind equal a new one of another.
 */
export function dedupeKey(rule: DedupeRule, input: DedupeInput): Buffer | null {
  switch (rule.kind) {
    case 'off':
      return null;
    case 'event':
      return input.eventId === null ? null : digest(['event', input.eventId]);
    case 'content': {
      const { method, path, query, body } = input.request;
      return digest(['content', method, path, query], body);
    }
    case 'place': {
      const value = readPlace(rule.place, input.request.headers, input.parsed);
      return value === null ? null : digest([rule.text, value]);
    }
  }
}

/** JSON keeps the parts apart: no two lists of texts write the same. */
function digest(parts: readonly string[], body?: Uint8Array): Buffer {
  const text = JSON.stringify(parts);
  return body
    ? createHash('sha256').update(text).update(body).digest()
    : hash('sha256', text, 'buffer');
}
