import { z } from 'zod';
import { statusByCode } from '#lib/core/errors.ts';
import { isUuid } from '#lib/core/ids.ts';

export const id = z.uuid().toLowerCase();
export const time = z.iso.datetime().describe('ISO 8601, UTC');

/** A place in a list: the last id seen. Opaque, and true however many rows are added before it. */
export function encodeCursor(lastId: string): string {
  return Buffer.from(lastId.replaceAll('-', ''), 'hex').toString('base64url');
}

function decodeCursor(cursor: string): string | undefined {
  const hex = Buffer.from(cursor, 'base64url').toString('hex');
  const text = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isUuid(text) && encodeCursor(text) === cursor ? text : undefined;
}

const cursor = z.string().transform((text, context) => {
  const last = decodeCursor(text);
  if (last) return last;
  context.addIssue('This cursor is none of ours: pass on the nextCursor of the page before.');
  return z.NEVER;
});

/** What every list takes. `cursor` comes out as the id after which the page starts. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: cursor.optional(),
});

/** One more row than asked for tells whether there is a next page. */
export function toPage<T extends { id: string }>(
  rows: T[],
  limit: number,
  goOn: string | null = null,
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const next = rows.length > limit ? (items.at(-1)?.id ?? null) : goOn;
  return { items, nextCursor: next === null ? null : encodeCursor(next) };
}

export function page<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** A moment as people send it: a date, or date and time with `Z` or an offset. */
export const moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], {
    error: 'Write a time such as 2026-11-24T09:00:00Z.',
  })
  .transform((text) => new Date(text));

export const problemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(statusByCode) as [keyof typeof statusByCode]),
    detail: z.string(),
    errors: z
      .array(
        z.object({
          nodeId: z.string().optional(),
          field: z.string().optional(),
          message: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' });

export const graphProblem = z
  .object({
    nodeId: z.string().optional(),
    field: z.string().optional(),
    message: z.string(),
    /** Warnings don't keep a workflow from going live. */
    severity: z.enum(['error', 'warning']),
  })
  .meta({ id: 'GraphProblem' });
