/** A fresh secret, of at least 24 random bytes, as a sender's format wants it. */
export function makeSecret(format: 'token' | 'whsec' | 'basic', random: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...random));
  if (format === 'whsec') return `whsec_${base64}`;
  const token = base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return format === 'basic' ? `hookline:${token}` : token;
}
