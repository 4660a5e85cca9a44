import { parseTemplate } from '#lib/core/expression/template.ts';
import type { Json } from '#lib/core/json.ts';

/** One entry of a list, counted as people do: from 1. */
export type LookedAtEntry = { entry: number; name: string };

/** The single entries that a condition's left side looks at: `{{body.labels[0].name}}` sees one label. */
export function lookedAtEntries(left: Json): LookedAtEntry[] {
  const parsed = typeof left === 'string' ? parseTemplate(left) : null;
  const path = parsed?.ok ? (parsed.value.whole ?? []) : [];
  return path.flatMap((step, at) => {
    if (typeof step !== 'number') return [];
    const name = path.slice(0, at).findLast((before) => typeof before === 'string');
    return [{ entry: step + 1, name: String(name) }];
  });
}
