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

const workTexts = {
  en: dynamic(() => import('./texts/english-work.tsx').then((module) => module.EnglishWork)),
  ja: dynamic(() => import('./texts/japanese-work.tsx').then((module) => module.JapaneseWork)),
};

export function TextProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const Texts = texts[locale];
  return <Texts>{children}</Texts>;
}

/** Around what says `work-screens.ts`: other pages are there sooner without those texts. */
export function WorkTexts({ children }: { children: ReactNode }) {
  const Texts = workTexts[useText().locale];
  return <Texts>{children}</Texts>;
}

/** The texts of the page's language, for components in the browser. */
export function useText(): Text {
  const text = useContext(TextContext);
  if (!text) throw new Error('TextProvider is missing above.');
  return text;
}
