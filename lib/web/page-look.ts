import { cookies } from 'next/headers';
import { type Text, textIn } from '#lib/i18n/text.ts';
import { type Theme, themeCookie, themeOf } from '#lib/i18n/theme.ts';

export type PageLook = { theme: Theme; locale: 'en'; text: Text };

/** How this visitor's pages look and speak. English is the only language so far. */
export async function pageLook(): Promise<PageLook> {
  const jar = await cookies();
  return { theme: themeOf(jar.get(themeCookie)?.value), locale: 'en', text: textIn('en') };
}
