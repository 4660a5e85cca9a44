import { hasOuterSpace } from '#lib/core/verification/secret-text.ts';
import { builtInSchemes } from './built-in.ts';
import type { SecretFormat } from './provider.ts';
import { providerById } from './registry.ts';

const longest = 8192;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const control = /[\0-\x1f\x7f]/;

/**
 * A sentence on why a secret can't be stored for this scheme; null where it can. Verification itself
 * uses secrets exactly as stored, so what was pasted wrongly is refused here.
 */
export function secretProblem(scheme: string, value: string): string | null {
  if (value === '') return 'A secret must not be empty: anybody could sign with it.';
  if (value.length > longest) return `A secret may be ${longest} characters long.`;
  if (hasOuterSpace(value)) {
    return 'This secret starts or ends with white space or a line end. Paste it again without.';
  }
  if (control.test(value)) return 'This secret holds a line end or another control character.';
  if (scheme === 'basic' && !value.includes(':')) return 'Write user:password.';
  return providerById(scheme)?.secret.problem?.(value) ?? null;
}

/** How a fresh secret for this scheme is written. */
export function secretFormat(scheme: string): SecretFormat {
  if (Object.hasOwn(builtInSchemes, scheme)) return 'token';
  return providerById(scheme)?.secret.format ?? 'token';
}

/** Writes a fresh secret out of at least 24 random bytes. */
export function writeSecret(format: SecretFormat, random: Uint8Array): string {
  const bytes = Buffer.from(random);
  return format === 'whsec' ? `whsec_${bytes.toString('base64')}` : bytes.toString('base64url');
}
