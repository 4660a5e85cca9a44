import { pathText } from '#lib/core/expression/path.ts';

type Frame = { key: string | number; seen: Map<string, number> | null; expectsKey: boolean };

const token = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

/**
 * Keys that stand more than once in one object of a JSON text, by their paths, and how often. A
 * parser keeps the last and says nothing; a person should know. The text must be valid JSON.
 */
export function repeatedKeys(text: string, root: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const frames: Frame[] = [{ key: root, seen: null, expectsKey: false }];
  for (const [word] of text.matchAll(token)) {
    if (word.startsWith('"')) addKey(frames, word, found);
    else walk(frames, word);
  }
  return found;
}

function walk(frames: Frame[], sign: string): void {
  if (sign === '{') frames.push({ key: '', seen: new Map(), expectsKey: true });
  else if (sign === '[') frames.push({ key: 0, seen: null, expectsKey: false });
  else if (sign === ',') next(frames.at(-1));
  else frames.pop();
}

function next(frame: Frame | undefined): void {
  if (frame?.seen) frame.expectsKey = true;
  else if (typeof frame?.key === 'number') frame.key += 1;
}

function addKey(frames: readonly Frame[], word: string, found: Map<string, number>): void {
  const frame = frames.at(-1);
  if (!frame?.seen || !frame.expectsKey) return;
  const key = JSON.parse(word) as string;
  frame.key = key;
  frame.expectsKey = false;
  const count = (frame.seen.get(key) ?? 0) + 1;
  frame.seen.set(key, count);
  if (count > 1) found.set(pathText(frames.map((one) => one.key)), count);
}
