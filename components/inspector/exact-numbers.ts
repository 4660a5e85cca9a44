import { type Path, pathText } from '#lib/core/expression/path.ts';
import { parseJson } from '#lib/core/request/parse-json.ts';

const noPaths: ReadonlySet<string> = new Set();
const mayBeLong = /[0-9]{16}|[eE]/;

/** Stands for a number that JavaScript would round. */
class LongNumber {}

/**
 * The paths of numbers that a run reads as their text, so that no digit is lost. What is shown must
 * not take them for texts that the sender wrote. The text must be valid JSON.
 */
export function exactNumbers(text: string, root: string): ReadonlySet<string> {
  if (!mayBeLong.test(text)) return noPaths;
  const reviver = (_key: string, value: unknown, { source }: { source?: string } = {}) => {
    if (typeof value !== 'number' || source === undefined) return value;
    return typeof parseJson(source) === 'string' ? new LongNumber() : value;
  };
  const found = new Set<string>();
  collect(JSON.parse(text, reviver as Parameters<typeof JSON.parse>[1]), [root], found);
  return found;
}

function collect(value: unknown, path: Path, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof LongNumber) {
    found.add(pathText(path));
    return;
  }
  const members = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, member] of members) collect(member, [...path, key], found);
}
