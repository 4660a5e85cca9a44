import { z } from 'zod';
import { minPasswordLength } from '#lib/core/password.ts';
import { roles } from '#lib/core/principal.ts';

/** What people type about themselves: shared by forms, routes and use cases. */
export const memberRole = z.enum(roles);
export const email = z.email('Write an e-mail address such as mika@example.com.').max(254);
export const password = z
  .string()
  .min(minPasswordLength, `Use ${minPasswordLength} characters or more.`)
  .max(1024, 'Use 1,024 characters at most.');
export const personName = z.string().trim().min(1, 'Write your name.').max(100);
export const workspaceName = z.string().trim().min(1, 'Give the workspace a name.').max(100);
export const code = z.string().trim().min(1).max(100);
