import type { Json } from '#lib/core/json.ts';
import type { ParseState } from './inbound-request.ts';

/**
 * `ok`: the value is what the content type promises. `failed`: the body is not what it says; the
 * value is its text. `none`: nothing to parse; null for no body, else the text if it is one.
 */
export type ParsedBody = { state: ParseState; value: Json };

/** Deeper bodies count as unparsed: whatever walks a value later may use recursion. */
export const maxBodyDepth = 500;
/** Parts, form fields and the like in one body. */
export const maxFields = 20_000;

/** Puts a repeated name's values in a list, in order. */
export class FieldMap {
  readonly #fields = new Map<string, Json>();
  readonly #lists = new Set<string>();

  add(name: string, value: Json): void {
    const before = this.#fields.get(name);
    if (before === undefined) {
      this.#fields.set(name, value);
    } else if (this.#lists.has(name)) {
      (before as Json[]).push(value);
    } else {
      this.#lists.add(name);
      this.#fields.set(name, [before, value]);
    }
  }

  get size(): number {
    return this.#fields.size;
  }

  get(name: string): Json | undefined {
    return this.#fields.get(name);
  }

  /** `Object.fromEntries` defines members, so a field named `__proto__` is plain data. */
  toJson(): { [key: string]: Json } {
    return Object.fromEntries(this.#fields);
  }
}
