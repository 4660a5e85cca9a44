/** Lower-case type and parameters (first of each name). Quotes and escapes are resolved. */
export type MediaType = { type: string; parameters: ReadonlyMap<string, string> };

const parameter = /;[ \t]*([^\s=;"]+)[ \t]*=[ \t]*("(?:[^"\\]|\\.)*"|[^;"]*)/g;

/** RFC 9110 §8.3.1, leniently: what can't be read as a parameter is skipped. */
export function parseMediaType(header: string): MediaType {
  const end = header.indexOf(';');
  const type = (end === -1 ? header : header.slice(0, end)).trim().toLowerCase();
  const parameters = new Map<string, string>();
  if (end === -1) return { type, parameters };
  for (const [, name = '', value = ''] of header.slice(end).matchAll(parameter)) {
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, unquote(value.trim()));
  }
  return { type, parameters };
}

function unquote(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replaceAll(/\\(.)/gs, '$1') : value;
}
