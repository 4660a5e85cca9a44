import type { FieldProblem } from '#lib/core/errors.ts';
import { isHeaderName, isReservedHeader } from './header-names.ts';
import type { HttpRequestSettings } from './settings.ts';

/** What the schema can't say: an address nobody can call, headers that aren't the caller's to set. */
export function check(settings: HttpRequestSettings): FieldProblem[] {
  return [...urlProblems(settings.url), ...headerProblems(settings.headers)];
}

function urlProblems(url: string): FieldProblem[] {
  const beforeTemplates = url.split('{{')[0]?.trimStart() ?? '';
  const schemeIsFilledIn = url.includes('{{') && !beforeTemplates.includes(':');
  if (schemeIsFilledIn && beforeTemplates === '') return [];
  if (/^https?:\/\//i.test(beforeTemplates) && (url.includes('{{') || URL.canParse(url))) return [];
  return [{ field: 'url', message: 'Write a whole address that starts with https:// or http://.' }];
}

function headerProblems(headers: HttpRequestSettings['headers']): FieldProblem[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    const field = `headers.${name}`;
    if (!isHeaderName(name)) return [{ field, message: `“${name}” can't be a header's name.` }];
    if (isReservedHeader(name)) {
      return [{ field, message: `Hookline sets the header “${name}” itself. Remove it.` }];
    }
    if (!/[\r\n\0]/.test(value)) return [];
    return [{ field, message: 'A header value must not hold line breaks or NUL.' }];
  });
}
