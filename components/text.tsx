'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useContext } from 'react';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Text } from '#lib/i18n/text.ts';
import { TextContext } from './texts/text-context.ts';

// A chunk each: a browser loads one language, once, and keeps it.
const texts = {
  en: dynamic(() => import('./texts/english-texts.tsx').then((module) => module.EnglishTexts)),
  ja: dynamic(() => import('./texts/japanese-texts.tsx').then((module) => module.JapaneseTexts)),
};

export function TextProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const Texts = texts[locale];
  return <Texts>{children}</Texts>;
}

/** The texts of the page's language, for components in the browser. */
export function useText(): Text {
  const text = useContext(TextContext);
  if (!text) throw new Error('TextProvider is missing above.');
  return text;
}
