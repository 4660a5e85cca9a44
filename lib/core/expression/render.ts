import type { Json, JsonObject } from '#lib/core/json.ts';
import { setOwn } from '#lib/core/own-property.ts';
import { type Path, pathText, resolvePath } from './path.ts';

/**
 * A parsed text: literal pieces and paths in turn. `whole` is set where the text is exactly one
 * `{{…}}`, which then keeps its value's type. A text without templates has one literal part.
 */
export type Template = {
  readonly parts: readonly (string | Path)[];
  readonly whole: Path | null;
};

export type Rendering = {
  scope: object;
  warnings: string[];
  parse: (text: string) => Template;
};

/** Bodies are capped at this depth when parsed; settings that go deeper are cut, with a warning. */
export const maxDepth = 500;

export function renderDeep(value: Json, rendering: Rendering, depth: number): Json {
  if (typeof value === 'string') return renderWhole(value, rendering);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > maxDepth) {
    rendering.warnings.push(`Settings are nested more than ${maxDepth} deep; the rest is null.`);
    return null;
  }
  if (Array.isArray(value)) return value.map((item) => renderDeep(item, rendering, depth + 1));
  const rendered: JsonObject = {};
  for (const key of Object.keys(value)) {
    setOwn(rendered, key, renderDeep(value[key] as Json, rendering, depth + 1));
  }
  return rendered;
}

function renderWhole(text: string, rendering: Rendering): Json {
  if (!text.includes('{{')) return text;
  const template = rendering.parse(text);
  if (template.whole) return resolvePath(template.whole, rendering.scope) ?? null;
  return joinParts(template, rendering, plainText);
}

export function renderString(
  text: string,
  rendering: Rendering,
  encode: (value: Json) => string,
): string {
  return joinParts(rendering.parse(text), rendering, encode);
}

function joinParts(
  template: Template,
  rendering: Rendering,
  encode: (value: Json) => string,
): string {
  let text = '';
  for (const part of template.parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const value = resolvePath(part, rendering.scope);
    if (value === undefined) {
      rendering.warnings.push(`${pathText(part)} is missing; an empty text stands in its place.`);
    } else {
      text += encode(value);
    }
  }
  return text;
}

/** How a value stands inside text: null is empty, lists and objects are JSON. */
export function plainText(value: Json): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A lone surrogate has no UTF-8 form; it goes out as U+FFFD. */
export function encodeForUrl(value: Json): string {
  return encodeURIComponent(plainText(value).toWellFormed());
}
