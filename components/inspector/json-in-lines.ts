/** Beyond these, the spaces alone would be megabytes: it stays as it came. */
const mostChars = 200_000;
const mostDeep = 32;

/**
 * JSON in one line, with line breaks. Numbers, escapes and repeated keys stay as they are written,
 * which parsing would not keep. What isn't JSON, or has lines of its own, is answered as it is.
 */
export function jsonInLines(text: string): string {
  if (text.length > mostChars || /[\r\n]/.test(text.trim()) || !isJson(text)) return text;
  const tokens = tokensOf(text);
  if (deepest(tokens) > mostDeep) return text;
  let deep = 0;
  const parts = tokens.map((token, at) => {
    deep += stepOf(token);
    const before = isClosing(token) && !isOpening(tokens[at - 1]) ? lineAt(deep) : '';
    return `${before}${token}${gapAfter(token, tokens[at + 1], deep)}`;
  });
  return parts.join('');
}

/** How JSON in one line is set apart: not at all, or by one space after commas and colons. */
export type OneLineGap = '' | ' ';

/** Valid JSON in one line, other texts as they are; numbers, escapes and keys as they are written. */
export function jsonInOneLine(text: string, gap: OneLineGap): string {
  if (!isJson(text)) return text;
  return tokensOf(text)
    .map((token) => (token === ',' || token === ':' ? token + gap : token))
    .join('');
}

/** The gap that this text keeps to all through, null where it has lines or another order. */
export function oneLineGap(text: string): OneLineGap | null {
  if (!isJson(text)) return null;
  return (['', ' '] as const).find((gap) => jsonInOneLine(text, gap) === text) ?? null;
}

function tokensOf(text: string): readonly string[] {
  return text.match(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
}

function deepest(tokens: readonly string[]): number {
  let deep = 0;
  let most = 0;
  for (const token of tokens) {
    deep += stepOf(token);
    most = Math.max(most, deep);
  }
  return most;
}

function stepOf(token: string): number {
  if (isOpening(token)) return 1;
  return isClosing(token) ? -1 : 0;
}

function gapAfter(token: string, next: string | undefined, deep: number): string {
  if (token === ':') return ' ';
  return token === ',' || (isOpening(token) && !isClosing(next)) ? lineAt(deep) : '';
}

function isOpening(token: string | undefined): boolean {
  return token === '{' || token === '[';
}

function isClosing(token: string | undefined): boolean {
  return token === '}' || token === ']';
}

function lineAt(deep: number): string {
  return `\n${'  '.repeat(deep)}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
