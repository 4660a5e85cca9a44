import { type Path, pathText, resolvePath } from '#lib/core/expression/path.ts';
import type { Json } from '#lib/core/json.ts';

/**
 * What people filter each sender's requests by, beside what lies open in the body anyway. The first
 * that a request has counts: an event about one label names it better than the list of them.
 */
const usualBySender: Readonly<Record<string, readonly Path[]>> = {
  github: [
    ['body', 'label', 'name'],
    ['body', 'issue', 'labels', 0, 'name'],
    ['body', 'pull_request', 'state'],
  ],
  gitlab: [['body', 'object_attributes', 'state']],
  stripe: [['body', 'data', 'object', 'status']],
  slack: [['body', 'event', 'type']],
};
const anybodys: readonly Path[] = [['body', 'data', 'id']];

/** The rows that are open from the start: those on the way to the value that is likely wanted. */
export function usuallyOpen(
  sender: string | undefined,
  scope: Readonly<Record<string, Json>>,
): ReadonlySet<string> {
  const known = sender !== undefined && Object.hasOwn(usualBySender, sender);
  const usual = (known && usualBySender[sender]) || anybodys;
  const present = usual.find((path) => resolvePath(path, scope) !== undefined) ?? [];
  const onTheWay = present.map((_, at) => pathText(present.slice(0, at)));
  return new Set(['body', ...onTheWay.filter((id) => id !== '')]);
}
