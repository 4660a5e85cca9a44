import type { Audit } from '#lib/core/audit.ts';
import { type Problem, problem } from '#lib/core/errors.ts';
import type { Attempts } from './attempts.ts';

/** What the use cases about people are handed; each names the parts it takes of this. */
export type PeopleDeps = {
  attempts: Attempts;
  audit: Audit;
  passwords: {
    hash(password: string): Promise<string | undefined>;
    verify(stored: string | undefined, password: string): Promise<boolean | undefined>;
  };
  secrets: {
    tokenHash(token: string): Buffer<ArrayBuffer>;
    tokenHashes(token: string): Buffer<ArrayBuffer>[];
    randomToken(): string;
    randomCode(): string;
  };
  newId(): string;
  /** Unix milliseconds. */
  now(): number;
};

export const busy: Problem = problem(
  'overloaded',
  'Too many people sign in at this moment. Try again in a few seconds.',
);

/** Addresses are kept and compared in lower case. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}
