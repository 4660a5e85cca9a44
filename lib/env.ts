import { z } from 'zod';
import { startRefusal } from '#lib/core/start-refusal.ts';

/** The only file that reads the environment. `API.md` lists the variables. */
const flagList = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

const environment = z.object({
  HOST: z.string().min(1).default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOOKLINE_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z.string().min(1).optional(),
  HOOKLINE_PUBLIC_URL: z.url().optional(),
  HOOKLINE_APP_URL: z.url().optional(),
  HOOKLINE_SECRET: z.string().min(32).optional(),
  HOOKLINE_SECRET_PREVIOUS: z.string().min(32).optional(),
  HOOKLINE_ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  HOOKLINE_ADMIN_EMAIL: z.email().optional(),
  HOOKLINE_ADMIN_PASSWORD: z.string().min(8).optional(),
  HOOKLINE_API_TOKEN: z.string().min(32).optional(),
  HOOKLINE_EGRESS_ALLOW: flagList,
  HOOKLINE_TRUSTED_PROXIES: flagList,
  HOOKLINE_RETENTION_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  /** `development` only by `npm run dev`. */
  NODE_ENV: z.string().default('production'),
  HOOKLINE_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});
export type Environment = z.infer<typeof environment>;
export type Role = Environment['HOOKLINE_ROLE'];

/** Throws one sentence naming the variable and what it must be. Empty strings count as unset. */
export function readEnvironment(
  source: Record<string, string | undefined> = process.env,
): Environment {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw startRefusal(`The variable ${issue?.path.join('.')} is not usable: ${issue?.message}.`);
}
