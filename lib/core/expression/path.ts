import type { Json } from '#lib/core/json.ts';
import { readOwn } from '#lib/core/own-property.ts';
import { err, ok, type Result } from '#lib/core/result.ts';

/** A number is an index written `[n]`; a string is a key, which on an array may be an index too. */
export type Path = readonly (string | number)[];

export const maxPathSegments = 100;

/** Undefined where any step of the path is missing. */
export function resolvePath(path: Path, scope: object): Json | undefined {
  let value: unknown = scope;
  for (const segment of path) {
    value = readOwn(value, segment);
    if (value === undefined) return undefined;
  }
  return value as Json | undefined;
}

/** As people write it: dots where they will do, else `["any key"]`. */
export function pathText(path: Path): string {
  let text = '';
  for (const segment of path) {
    if (typeof segment === 'number') text += `[${segment}]`;
    else if (!plainKey.test(segment)) text += `[${JSON.stringify(segment)}]`;
    else text += text === '' ? segment : `.${segment}`;
  }
  return text;
}

const plainKey = /^[^\s.[\]{}"'`|()+*/\\,;:=<>!?&%#~^]+$/u;
const keyAt = /[^\s.[\]{}"'`|()+*/\\,;:=<>!?&%#~^]+/uy;
const spaceAt = /[ \t\r\n]*/y;
const indexAt = /\[[ \t]*([0-9]{1,9})[ \t]*\]/y;
const quotedAt = /\[[ \t]*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')[ \t]*\]/suy;

type Scan = { path: Path; end: number };

/**
 * Reads `root.key[0]["any key"]` from `text` at `start`, with white space around it allowed.
 * `end` is the first character that no longer belongs to it. Fails with a sentence.
 */
export function scanPath(text: string, start: number): Result<Scan, string> {
  let at = skipSpace(text, start);
  const root = match(keyAt, text, at);
  if (!root) return err('A template holds a path, like {{body.id}}.');
  const path: (string | number)[] = [root[0]];
  at += root[0].length;
  for (;;) {
    const step = scanStep(text, at);
    if (!step.ok) return step;
    if (!step.value) break;
    path.push(step.value.segment);
    at = step.value.end;
    if (path.length > maxPathSegments) return err('This path has too many steps.');
  }
  return ok({ path, end: skipSpace(text, at) });
}

type Step = { segment: string | number; end: number };

function scanStep(text: string, at: number): Result<Step | null, string> {
  if (text[at] === '.') {
    const key = match(keyAt, text, at + 1);
    if (!key) return err('A key is missing after the dot. Write other keys as ["any key"].');
    return ok({ segment: key[0], end: at + 1 + key[0].length });
  }
  if (text[at] !== '[') return ok(null);
  const index = match(indexAt, text, at);
  if (index?.[1] !== undefined) return ok({ segment: Number(index[1]), end: at + index[0].length });
  const quoted = match(quotedAt, text, at);
  const key = quoted?.[1] === undefined ? undefined : unquote(quoted[1]);
  if (!quoted || key === undefined) return err('Inside [ ] stands a number or a "quoted key".');
  return ok({ segment: key, end: at + quoted[0].length });
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function skipSpace(text: string, at: number): number {
  return at + (match(spaceAt, text, at)?.[0].length ?? 0);
}

/** Escapes are those of JSON, in single quotes too. */
function unquote(quoted: string): string | undefined {
  const inner = quoted.slice(1, -1);
  const json = quoted.startsWith("'")
    ? inner.replaceAll("\\'", "'").replaceAll(/(?<!\\)"/g, '\\"')
    : inner;
  try {
    return JSON.parse(`"${json}"`) as string;
  } catch {
    return undefined;
  }
}
