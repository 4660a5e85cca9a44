import { templateMarks } from '#components/values/template-marks.ts';
import { pathText } from '#lib/core/expression/path.ts';
import { textsIn } from '#lib/core/expression/template.ts';
import type { Json } from '#lib/core/json.ts';

/** Which paths a step's settings use: the rows that the tree marks. */
export function mappedPaths(settings: Json): ReadonlySet<string> {
  return new Set([...textsIn(settings)].flatMap(({ text }) => pathsIn(text)));
}

/** A row that is closed tells of what it hides too. */
export function isMapped(
  mapped: ReadonlySet<string>,
  { id, open }: { id: string; open: boolean },
): boolean {
  if (mapped.has(id)) return true;
  return (
    !open && [...mapped].some((path) => /^[.[]/.test(path.slice(id.length)) && path.startsWith(id))
  );
}

function pathsIn(text: string): string[] {
  if (!text.includes('{{')) return [];
  return templateMarks(text).flatMap(({ path }) => (path ? [pathText(path)] : []));
}
