import { cookies, headers } from 'next/headers';
import { localeCookie, localeOf } from '#lib/i18n/locale.ts';
import type { Text } from '#lib/i18n/text.ts';
import { textIn } from '#lib/i18n/text-in.ts';
import { type Theme, themeCookie, themeOf } from '#lib/i18n/theme.ts';
import { type Clock, zoneCookie, zoneOf } from '#lib/i18n/time.ts';

export type PageLook = { theme: Theme; clock: Clock; text: Text };

/** How this visitor's pages look and speak: what they chose, else what their browser asks for. */
export async function pageLook(): Promise<PageLook> {
  const [jar, asked] = await Promise.all([cookies(), headers()]);
  const locale = localeOf(jar.get(localeCookie)?.value, asked.get('accept-language'));
  return {
    theme: themeOf(jar.get(themeCookie)?.value),
    clock: { locale, zone: zoneOf(zoned(jar.get(zoneCookie)?.value)) },
    text: textIn(locale),
  };
}

/** `Asia/Tokyo`: Next decodes what the browser wrote. */
function zoned(value: string | undefined): string | undefined {
  return value && /^[\w+\-/]{1,64}$/.test(value) ? value : undefined;
}
