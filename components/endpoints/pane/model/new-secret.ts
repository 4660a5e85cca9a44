import type { Provider } from '../../endpoint-types.ts';

/** Whether the person makes the secret up (and pastes it at the sender) or the sender shows one. */
export function isOurs(scheme: string, providers: readonly Provider[]): boolean {
  const sender = providers.find(({ id }) => id === scheme);
  return scheme !== 'basic' && (sender === undefined || sender.secret.madeBy === 'you');
}

/** A fresh secret in the shape that the scheme wants, out of 32 random bytes. */
export function writeSecret(
  scheme: string,
  providers: readonly Provider[],
  random: Uint8Array,
): string {
  const text = btoa(String.fromCharCode(...random));
  const format = providers.find(({ id }) => id === scheme)?.secret.format;
  if (format === 'whsec') return `whsec_${text}`;
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
