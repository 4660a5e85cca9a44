import { randomBytes, randomInt } from 'node:crypto';

/** 192 bits in 32 URL-safe characters: webhook tokens, API tokens, invitation codes. */
export function randomToken(): string {
  return randomBytes(24).toString('base64url');
}

/** Without I, L, O, U, 0 and 1: read from a terminal, typed by hand. */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight characters, 39 bits: only for codes that end in a day and whose guesses are counted. */
export function randomCode(): string {
  return Array.from({ length: 8 }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('');
}
