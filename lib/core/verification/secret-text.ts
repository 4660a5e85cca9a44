import type { LiveSecret } from './types.ts';

/**
 * The end of a secret, for telling secrets apart: four characters of a long one, two of a shorter
 * one, none of a short one (they would be too much of it).
 */
export function secretHint(value: string): string {
  if (value.length >= 16) return value.slice(-4);
  return value.length >= 8 ? value.slice(-2) : '';
}

/** "the secret ending in “…9fQ2”", or "the endpoint's secret" where showing its end would give it away. */
export function nameSecret(secret: LiveSecret): string {
  const hint = secretHint(secret.value);
  return hint && /^[\x21-\x7e]+$/.test(hint)
    ? `the secret ending in “…${hint}”`
    : "the endpoint's secret";
}

/** "the secret ending in “…9fQ2”", or "any of the 2 live secrets". */
export function nameSecrets(secrets: readonly LiveSecret[]): string {
  const [only, ...more] = secrets;
  if (only && more.length === 0) return nameSecret(only);
  return `any of the ${secrets.length} live secrets`;
}

/** White space around a secret counts as part of it; it almost never should. */
export function hasOuterSpace(value: string): boolean {
  return value !== value.trim();
}
