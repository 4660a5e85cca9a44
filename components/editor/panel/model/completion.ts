import { valueText } from '#components/value-text.ts';
import { pathText, resolvePath, scanPath } from '#lib/core/expression/path.ts';
import { templateRoots } from '#lib/core/expression/template.ts';
import type { Json } from '#lib/core/json.ts';

export type PathOption = {
  /** The whole path as it will stand between the braces. */
  text: string;
  /** What the sample holds there, in one line. Empty where it holds nothing. */
  detail: string;
  /** It goes deeper: completing it asks again. */
  container: boolean;
};
/** `from`: where the path starts in the text. Options replace from there to the cursor. */
export type Completion = { from: number; options: PathOption[] };

const maxOptions = 200;

/**
 * What may stand at the cursor: inside `{{` the paths of the scope that go on from what is typed.
 * Null where the cursor stands in plain text.
 */
export function completeTemplate(before: string, scope: Readonly<Record<string, Json>>) {
  const open = before.lastIndexOf('{{');
  if (open === -1 || before.indexOf('}}', open) !== -1) return null;
  const typed = before.slice(open + 2);
  const from = before.length - typed.trimStart().length;
  const options = pathOptions(typed.trimStart(), scope);
  return options.length === 0 ? null : ({ from, options } satisfies Completion);
}

function pathOptions(typed: string, scope: Readonly<Record<string, Json>>): PathOption[] {
  const cut = Math.max(typed.lastIndexOf('.'), typed.lastIndexOf('['));
  if (cut === -1) return rootOptions(typed, scope);
  const parent = scanPath(typed.slice(0, cut), 0);
  if (!parent.ok) return [];
  const wanted = typed.slice(cut + 1).replace(/^["']/, '');
  const value = resolvePath(parent.value.path, scope);
  return membersOf(value)
    .filter(([key]) => fits(String(key), wanted))
    .slice(0, maxOptions)
    .map(([key, member]) => option(pathText([...parent.value.path, key]), member));
}

function rootOptions(typed: string, scope: Readonly<Record<string, Json>>): PathOption[] {
  return templateRoots
    .filter((root) => fits(root, typed))
    .map((root) => option(root, Object.hasOwn(scope, root) ? scope[root] : undefined));
}

function membersOf(value: Json | undefined): [string | number, Json][] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value);
}

function fits(key: string, typed: string): boolean {
  return key.toLowerCase().includes(typed.toLowerCase());
}

function option(text: string, value: Json | undefined): PathOption {
  const container = typeof value === 'object' && value !== null;
  return { text, detail: value === undefined ? '' : valueText(value, 40), container };
}
