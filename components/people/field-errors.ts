import type { z } from 'zod';

/** The first message per field of what doesn't fit a schema; undefined where all fits. */
export function fieldErrors(
  schema: z.ZodType,
  value: unknown,
): Partial<Record<string, string>> | undefined {
  const parsed = schema.safeParse(value);
  if (parsed.success) return undefined;
  const errors: Partial<Record<string, string>> = {};
  for (const issue of parsed.error.issues) errors[issue.path.join('.')] ??= issue.message;
  return errors;
}

export function formValues(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  return Object.fromEntries(entries) as Record<string, string>;
}
