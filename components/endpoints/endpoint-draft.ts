import type { z } from 'zod';
import type { endpoint, updateEndpointContract } from '#lib/contracts/endpoint.ts';
import type { Json } from '#lib/core/json.ts';

export type Endpoint = z.output<typeof endpoint>;
type Patch = z.input<typeof updateEndpointContract.body>;

/** What the pane edits, section by section. Secrets and the URL change at once, by calls of their own. */
export type EndpointDraft = Pick<
  Endpoint,
  | 'name'
  | 'enabled'
  | 'methods'
  | 'ipAllow'
  | 'rateLimit'
  | 'maxBodyBytes'
  | 'event'
  | 'dedupe'
  | 'schema'
  | 'response'
  | 'expiresAt'
  | 'metadata'
> & { verification: { scheme: string; [setting: string]: Json } };
export type Section = keyof EndpointDraft;

const sections = [
  'name',
  'enabled',
  'methods',
  'verification',
  'ipAllow',
  'rateLimit',
  'maxBodyBytes',
  'event',
  'dedupe',
  'schema',
  'response',
  'expiresAt',
  'metadata',
] as const satisfies readonly Section[];

export function draftOf(endpoint: Endpoint): EndpointDraft {
  const { secrets: _, ...verification } = endpoint.verification;
  const picked = Object.fromEntries(sections.map((section) => [section, endpoint[section]]));
  return { ...(picked as Omit<EndpointDraft, 'verification'>), verification } as EndpointDraft;
}

/** The sections that differ from what is in force, in the order of the pane. */
export function changedSections(base: EndpointDraft, draft: EndpointDraft): Section[] {
  return sections.filter((section) => !same(base[section], draft[section]));
}

/**
 * The body of the PATCH: each changed section whole, for that is what the call replaces. `secrets` is
 * never in it, so saving keeps them. An event or dedupe that was only a default isn't sent, so it
 * still follows the scheme.
 */
export function patchOf(base: EndpointDraft, draft: EndpointDraft): Patch {
  const changed = changedSections(base, draft).map((section) => [section, draft[section]]);
  return Object.fromEntries(changed) as Patch;
}

/**
 * After somebody else's save: their values, with this person's changes on top. A section that both
 * changed keeps this person's, and `conflicts` names it so that the pane can say so.
 */
export function rebase(
  base: EndpointDraft,
  draft: EndpointDraft,
  latest: EndpointDraft,
): { draft: EndpointDraft; conflicts: Section[] } {
  const mine = changedSections(base, draft);
  const theirs = changedSections(base, latest);
  return {
    draft: { ...latest, ...Object.fromEntries(mine.map((section) => [section, draft[section]])) },
    conflicts: mine.filter(
      (section) => theirs.includes(section) && !same(draft[section], latest[section]),
    ),
  };
}

/** The section that a problem's `field` belongs to, e.g. `response` for `response.headers.x-a`. */
export function sectionOf(field: string): Section | undefined {
  return sections.find(
    (section) =>
      field === section || field.startsWith(`${section}.`) || field.startsWith(`${section}[`),
  );
}

/** By value; the order of an object's keys doesn't count, that of a list does. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = definedKeys(a);
  return (
    keys.length === definedKeys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
  );
}

/** A setting that was cleared is undefined in the form and absent on the server: the same. */
function definedKeys(value: Record<string, unknown>): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
