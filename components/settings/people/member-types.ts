import type { z } from 'zod';
import type { member } from '#lib/contracts/members.ts';

export type Member = z.output<typeof member>;

export function nameOf({ name, email }: Member): string {
  return name || email;
}
