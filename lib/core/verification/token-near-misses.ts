import type { TokenScheme } from './scheme.ts';
import { nameSecret } from './secret-text.ts';
import { placeName } from './token-check.ts';
import type { LiveSecret, VerificationInput } from './types.ts';

type Shown = { where: string; text: string };

/** Where a secret did come, though not as it is asked for; one sentence for each, at most five. */
export function tokenNearMisses(scheme: TokenScheme, input: VerificationInput): string[] {
  const shown = everythingShown(input.request);
  const found = new Set<string>();
  for (const secret of input.secrets) {
    if (secret.value.trim() === '') continue;
    for (const one of shown) {
      const how = likeness(one, secret);
      if (how) found.add(`${how} It is asked for in ${placeName(scheme.place)}.`);
    }
  }
  return [...found].slice(0, 5);
}

function likeness({ where, text }: Shown, secret: LiveSecret): string | null {
  const name = nameSecret({ ...secret, value: secret.value.trim() });
  if (text === secret.value) return `${capital(name)} came in ${where}.`;
  if (text.trim() === secret.value.trim()) {
    return `${capital(name)} came in ${where}, but for white space around one of them.`;
  }
  if (text.toLowerCase() === secret.value.toLowerCase()) {
    return `${capital(name)} came in ${where}, but in other upper and lower case.`;
  }
  return text.endsWith(` ${secret.value}`) || text.endsWith(`=${secret.value}`)
    ? `${capital(name)} came in ${where}, with other text before it.`
    : null;
}

function everythingShown(request: VerificationInput['request']): Shown[] {
  const shown: Shown[] = [];
  for (const [name, value] of request.headers) {
    const where = `the header ${name.toLowerCase()}`;
    shown.push({ where, text: value });
    const [, word, rest] = /^(Bearer|Basic) +(.+)$/i.exec(value) ?? [];
    if (!word || !rest) continue;
    shown.push({ where: `${where} after ${word}`, text: rest });
    if (word.toLowerCase() !== 'basic') continue;
    const decoded = Buffer.from(rest, 'base64').toString('utf8');
    shown.push({ where: `${where} as Basic`, text: decoded });
    shown.push({
      where: `the password in ${where}`,
      text: decoded.slice(decoded.indexOf(':') + 1),
    });
  }
  for (const [name, value] of new URLSearchParams(request.query)) {
    shown.push({ where: `the query parameter ${name}`, text: value });
  }
  return shown;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
