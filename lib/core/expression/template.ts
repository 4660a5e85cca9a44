import type { Json } from '#lib/core/json.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { type Path, resolvePath, scanPath } from './path.ts';
import { type ExpressionProblem, invalidExpression } from './problem.ts';
import type { Template } from './render.ts';
import { encodeForUrl, plainText, type Rendering, renderDeep, renderString } from './render.ts';

/** What a template's path may start with. */
export const templateRoots: readonly string[] = [
  'body',
  'headers',
  'query',
  'queryAll',
  'path',
  'method',
  'request',
  'endpoint',
  'steps',
  'run',
  'workflow',
  'vars',
];

/**
 * Parses `text {{ body.items[0]["any key"] }} text`. Backslashes count only right before `{{`:
 * each pair stands for one backslash, and an odd one makes the braces plain text (`\{{`).
 */
export function parseTemplate(
  text: string,
  roots: readonly string[] = templateRoots,
): Result<Template, ExpressionProblem> {
  const parts: (string | Path)[] = [];
  let literal = '';
  let from = 0;
  for (;;) {
    const open = text.indexOf('{{', from);
    if (open === -1) break;
    const slashes = backslashesBefore(text, open, from);
    literal += text.slice(from, open - slashes) + '\\'.repeat(slashes >> 1);
    if (slashes % 2 === 1) {
      literal += '{{';
      from = open + 2;
      continue;
    }
    const scanned = scanTag(text, open, roots);
    if (!scanned.ok) return scanned;
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push(scanned.value.path);
    from = scanned.value.end;
  }
  literal += text.slice(from);
  if (literal !== '' || parts.length === 0) parts.push(literal);
  return ok({ parts, whole: wholePath(parts) });
}

function wholePath(parts: readonly (string | Path)[]): Path | null {
  const [first] = parts;
  return parts.length === 1 && typeof first === 'object' ? first : null;
}

function backslashesBefore(text: string, open: number, from: number): number {
  let at = open;
  while (at > from && text[at - 1] === '\\') at -= 1;
  return open - at;
}

function scanTag(
  text: string,
  open: number,
  roots: readonly string[],
): Result<{ path: Path; end: number }, ExpressionProblem> {
  const scanned = scanPath(text, open + 2);
  if (!scanned.ok) return problemAt(text, open, scanned.error);
  const { path, end } = scanned.value;
  if (!text.startsWith('}}', end)) {
    return problemAt(text, open, 'The path must be followed by }}. Write \\{{ for plain braces.');
  }
  if (!roots.includes(String(path[0]))) {
    const known = roots.slice(0, 20).join(', ');
    return problemAt(text, open, `A path starts with one of ${known}; this one starts otherwise.`);
  }
  return ok({ path, end: end + 2 });
}

function problemAt(text: string, open: number, detail: string) {
  const shown = text.slice(open, open + 40).replaceAll(/\s+/g, ' ');
  return err(invalidExpression(`${detail} Near: ${shown}`));
}

/** Remembers parsed templates. Hold one where the same settings are rendered again and again. */
export class TemplateCache {
  readonly #templates = new Map<string, Template>();
  readonly #roots: readonly string[];

  constructor(roots: readonly string[] = templateRoots) {
    this.#roots = roots;
  }

  /**
   * Renders every text inside `value`, not its keys. A text that is exactly one `{{…}}` becomes its
   * value with its type, null where the path is missing. Elsewhere a missing path gives '' and a
   * warning, null gives '', lists and objects become JSON.
   */
  value(value: Json, scope: object, warnings: string[]): Json {
    return renderDeep(value, this.#rendering(scope, warnings), 0);
  }

  /** As `value`, and whether it was a single path that led nowhere. */
  operand(value: Json, scope: object, warnings: string[]): { value: Json; missing: boolean } {
    if (typeof value === 'string' && value.includes('{{')) {
      const { whole } = this.#parse(value);
      if (whole) {
        const found = resolvePath(whole, scope);
        return { value: found ?? null, missing: found === undefined };
      }
    }
    return { value: this.value(value, scope, warnings), missing: false };
  }

  /** Always a text, also where it is exactly one `{{…}}`. */
  text(text: string, scope: object, warnings: string[]): string {
    if (!text.includes('{{')) return text;
    return renderString(text, this.#rendering(scope, warnings), plainText);
  }

  /** Percent-encodes each value, unless the URL is exactly one template: then it is the value. */
  url(text: string, scope: object, warnings: string[]): string {
    if (!text.includes('{{')) return text;
    const whole = this.#parse(text).whole !== null;
    return renderString(text, this.#rendering(scope, warnings), whole ? plainText : encodeForUrl);
  }

  /** Fails with `invalid_value` where the result would end the header line or cut it short. */
  header(text: string, scope: object, warnings: string[]): Result<string, ExpressionProblem> {
    const rendered = this.text(text, scope, warnings);
    if (!endsHeaderLine.test(rendered)) return ok(rendered);
    const detail = 'A header value must not hold line breaks or NUL. Take them out of the data.';
    return err({ code: 'invalid_value', detail });
  }

  #rendering(scope: object, warnings: string[]): Rendering {
    return { scope, warnings, parse: (text) => this.#parse(text) };
  }

  #parse(text: string): Template {
    const known = this.#templates.get(text);
    if (known) return known;
    const parsed = parseTemplate(text, this.#roots);
    // A graph is checked when it is published; what still doesn't parse here stays as it stands.
    const template = parsed.ok ? parsed.value : { parts: [text], whole: null };
    if (this.#templates.size >= maxCachedTemplates) this.#templates.clear();
    this.#templates.set(text, template);
    return template;
  }
}

const maxCachedTemplates = 2000;
const endsHeaderLine = /[\r\n\0]/;

/** As {@link TemplateCache.value}, parsing anew. */
export function renderValue(value: Json, scope: object, warnings: string[]): Json {
  return new TemplateCache().value(value, scope, warnings);
}

/** As {@link TemplateCache.text}, parsing anew. */
export function renderText(text: string, scope: object, warnings: string[]): string {
  return new TemplateCache().text(text, scope, warnings);
}

/** As {@link TemplateCache.url}, parsing anew. */
export function renderUrl(text: string, scope: object, warnings: string[]): string {
  return new TemplateCache().url(text, scope, warnings);
}

/** As {@link TemplateCache.header}, parsing anew. */
export function renderHeader(
  text: string,
  scope: object,
  warnings: string[],
): Result<string, ExpressionProblem> {
  return new TemplateCache().header(text, scope, warnings);
}

/** Every text inside `value` that doesn't parse as a template; `path` is dotted, '' for the value itself. */
export function templateProblems(
  value: Json,
  roots: readonly string[] = templateRoots,
): { path: string; message: string }[] {
  const problems: { path: string; message: string }[] = [];
  for (const { path, text } of textsIn(value)) {
    const parsed = parseTemplate(text, roots);
    if (!parsed.ok) problems.push({ path, message: parsed.error.detail });
  }
  return problems;
}

/** In the order they stand. Uses no recursion: it also reads what nobody has checked for depth. */
export function* textsIn(value: Json): Generator<{ path: string; text: string }> {
  const waiting: { path: string; value: Json }[] = [{ path: '', value }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path, value: found } = next;
    if (typeof found === 'string') yield { path, text: found };
    if (typeof found !== 'object' || found === null) continue;
    for (const [key, member] of Object.entries(found).reverse()) {
      waiting.push({ path: path === '' ? key : `${path}.${key}`, value: member });
    }
  }
}
