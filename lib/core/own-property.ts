import type { Json, JsonObject } from '#lib/core/json.ts';

/**
 * Reads a member that the value itself holds: nothing of a prototype, and of an array only its
 * items (its `length` is no member). Undefined where there is none.
 */
export function readOwn(value: unknown, key: string | number): Json | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    const index = typeof key === 'number' ? key : arrayIndex(key);
    return value[index] as Json | undefined;
  }
  return Object.hasOwn(value, key) ? (value as JsonObject)[key] : undefined;
}

const digits = /^(?:0|[1-9][0-9]{0,8})$/;

function arrayIndex(key: string): number {
  return digits.test(key) ? Number(key) : -1;
}

/** Writes a member as plain data. Assigning `__proto__` would change the prototype instead. */
export function setOwn(target: JsonObject, key: string, value: Json): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else {
    target[key] = value;
  }
}
