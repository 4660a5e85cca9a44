import { pathText, resolvePath } from '#lib/core/expression/path.ts';
import { parseTemplate, renderText, renderUrl } from '#lib/core/expression/template.ts';
import type { Json } from '#lib/core/json.ts';

/** What a field's text comes to with the sample at hand. */
export type LiveResult =
  | { kind: 'plain' }
  | { kind: 'value'; value: Json }
  /** Each path leads nowhere in this sample. `value` is what goes out all the same. */
  | { kind: 'missing'; paths: string[]; value: Json }
  | { kind: 'error'; message: string };

/** How the field is filled in: a whole `{{…}}` keeps its type, or all becomes text, or a URL. */
export type FillAs = 'value' | 'text' | 'url';

export function liveResult(text: string, scope: object, fill: FillAs = 'value'): LiveResult {
  if (!text.includes('{{')) return { kind: 'plain' };
  const parsed = parseTemplate(text);
  if (!parsed.ok) return { kind: 'error', message: parsed.error.detail };
  const { parts, whole } = parsed.value;
  if (parts.every((part) => typeof part === 'string')) return { kind: 'plain' };
  const missing = parts.filter(
    (part) => typeof part !== 'string' && resolvePath(part, scope) === undefined,
  );
  const value =
    fill === 'value' && whole ? (resolvePath(whole, scope) ?? null) : filled(text, scope, fill);
  if (missing.length === 0) return { kind: 'value', value };
  const paths = missing.map((path) => (typeof path === 'string' ? path : pathText(path)));
  return { kind: 'missing', paths: [...new Set(paths)], value };
}

function filled(text: string, scope: object, fill: FillAs): string {
  return fill === 'url' ? renderUrl(text, scope, []) : renderText(text, scope, []);
}
