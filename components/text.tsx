'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useContext, useState } from 'react';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Text } from '#lib/i18n/text.ts';
import { SwitchedTexts, SwitchedWork } from './texts/switched-texts.tsx';
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

/**
 * The language that a page began with stays around it when another is chosen: a new component there
 * would begin everything below anew, and what was typed, open or could be undone would be gone.
 */
export function TextProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [first] = useState(locale);
  const Texts = texts[first];
  return (
    <Texts>
      <SwitchedTexts to={locale === first ? null : locale}>{children}</SwitchedTexts>
    </Texts>
  );
}

/** Around what says `work-screens.ts`: other pages are there sooner without those texts. */
export function WorkTexts({ children }: { children: ReactNode }) {
  const { locale } = useText();
  const [first] = useState(locale);
  const Texts = workTexts[first];
  return (
    <Texts>
      <SwitchedWork to={locale === first ? null : locale}>{children}</SwitchedWork>
    </Texts>
  );
}

/** The texts of the page's language, for components in the browser. */
export function useText(): Text {
  const text = useContext(TextContext);
  if (!text) throw new Error('TextProvider is missing above.');
  return text;
}
