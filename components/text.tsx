'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Locale, type Text, textIn } from '#lib/i18n/text.ts';

const LocaleContext = createContext<Locale>('en');

export function TextProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

/** The texts of the page's language, for components in the browser. */
export function useText(): Text {
  const locale = useContext(LocaleContext);
  return useMemo(() => textIn(locale), [locale]);
}
