'use client';

import { Languages } from 'lucide-react';
import { locales } from '#lib/i18n/locale.ts';
import { useChooseLocale } from './shell/preferences.ts';
import { useText } from './text.tsx';
import { Button } from './ui/button.tsx';

/** For who isn't signed in: the other language, in its own words. */
export function LanguageButton() {
  const text = useText();
  const chooseLocale = useChooseLocale();
  const other = locales.find((locale) => locale !== text.locale) ?? 'en';
  return (
    <Button variant="ghost" size="sm" icon={Languages} onClick={() => chooseLocale(other)}>
      <span lang={other}>{text(`shell.language.${other}`)}</span>
    </Button>
  );
}
