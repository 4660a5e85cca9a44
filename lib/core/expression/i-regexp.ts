const atom =
  /\\[()*+\-.?[\\\]^{|}nrt]|\\[pP]\{[A-Z][a-z]?\}|\[\^?(?:\\[()*+\-.?[\\\]^{|}nrt]|\\[pP]\{[A-Z][a-z]?\}|[^\\[\]])+\]|\((?!\?)|[^\\[\]{}*+?]/uy;
const quantifier = /[*+?]|\{[0-9]+(?:,[0-9]*)?\}/y;

/**
 * An I-Regexp (RFC 9485), the patterns of JSONPath, in RE2's syntax: the dot leaves out both line
 * ends. Undefined where the pattern is none.
 */
export function iRegexpToRe2(pattern: string): string | undefined {
  let translated = '';
  let at = 0;
  while (at < pattern.length) {
    atom.lastIndex = at;
    const found = atom.exec(pattern)?.[0];
    if (found === undefined) return undefined;
    at += found.length;
    quantifier.lastIndex = at;
    const times = quantifier.exec(pattern)?.[0] ?? '';
    at += times.length;
    translated += (found === '.' ? '[^\\n\\r]' : found) + times;
  }
  return translated;
}
