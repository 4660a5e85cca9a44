import { useRouter } from 'next/navigation';
import { type Locale, localeCookie } from '#lib/i18n/locale.ts';
import { type Theme, themeCookie, themeOf } from '#lib/i18n/theme.ts';
import { keepForAYear } from '../keep-for-a-year.ts';
import { signOut } from '../people/session-client.ts';

/** What the page is drawn in now; `drawn` where there is no page yet. */
export function currentTheme(drawn: Theme): Theme {
  if (typeof document === 'undefined') return drawn;
  return themeOf(document.documentElement.dataset.theme);
}

/** Kept in a cookie, so that the server draws the right one at once. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  keepForAYear(themeCookie, theme);
}

/** The server says its words anew; what is open, typed or can be undone stays. */
export function useChooseLocale(): (locale: Locale) => void {
  const router = useRouter();
  return (locale) => {
    keepForAYear(localeCookie, locale);
    router.refresh();
  };
}

/** Ends the session; nothing happens while the server can't be reached. */
export async function leave(): Promise<void> {
  if (await signOut()) window.location.assign('/signin');
}
