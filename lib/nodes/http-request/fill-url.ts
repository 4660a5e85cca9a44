import { encodeForUrl } from '#lib/core/expression/render.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { type Filling, filledFields, type Refusal } from './fill-fields.ts';
import type { HttpRequestSettings } from './settings.ts';

/** Fails with `invalid_url`. */
export function urlOf(settings: HttpRequestSettings, filling: Filling): Result<string, Refusal> {
  const { templates, scope, warnings } = filling;
  const text = templates.url(settings.url, scope, warnings).trim();
  if (!URL.canParse(text)) {
    const message =
      text === ''
        ? 'The URL came out empty. Look at the value it is taken from.'
        : `“${text.slice(0, 100)}” is not a URL. Write one that starts with https:// or http://.`;
    return err({ code: 'invalid_url', message });
  }
  const query = filledFields(settings.query, filling).map(([name, value]): [string, string] => [
    encodeForUrl(name),
    encodeForUrl(value),
  ]);
  return ok(query.length === 0 ? text : appendQuery(text, query));
}

/** Names and values come percent-encoded. A fragment stays last. */
export function appendQuery(url: string, pairs: readonly (readonly [string, string])[]): string {
  const [address = '', ...fragment] = url.split('#');
  const query = pairs.map(([name, value]) => `${name}=${value}`).join('&');
  const joint = /[?&]$/.test(address) ? '' : address.includes('?') && '&';
  const tail = fragment.length > 0 ? `#${fragment.join('#')}` : '';
  return `${address}${joint === false ? '?' : joint}${query}${tail}`;
}

export function withoutPassword(url: string): string {
  if (!url.includes('@')) return url;
  const parsed = new URL(url);
  if (parsed.password === '') return url;
  parsed.password = '***';
  return parsed.href;
}
