'use client';

import { type ReactNode, use, useContext } from 'react';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Catalogue, Text } from '#lib/i18n/text.ts';
import { MoreTexts } from './more-texts.tsx';
import { TextContext } from './text-context.ts';

const texts: Readonly<Record<Locale, () => Promise<Text>>> = {
  en: once(() => import('./english-texts.tsx').then((module) => module.english)),
  ja: once(() => import('./japanese-texts.tsx').then((module) => module.japanese)),
};

const work: Readonly<Record<Locale, () => Promise<Partial<Catalogue>>>> = {
  en: once(() => import('./english-work.tsx').then((module) => module.englishWork)),
  ja: once(() => import('./japanese-work.tsx').then((module) => module.japaneseWork)),
};

export type SwitchedProps = {
  /** The language that was chosen since the page began, if one was. */
  to: Locale | null;
  children: ReactNode;
};

/** Below it, the chosen language is spoken in the place of the one around it. */
export function SwitchedTexts({ to, children }: SwitchedProps) {
  const around = useContext(TextContext);
  const text = to === null ? around : use(texts[to]());
  return <TextContext value={text}>{children}</TextContext>;
}

/** The same of the work screens' texts. */
export function SwitchedWork({ to, children }: SwitchedProps) {
  const more = to === null ? none : use(work[to]());
  return <MoreTexts more={more}>{children}</MoreTexts>;
}

const none: Partial<Catalogue> = {};

/** React waits for a promise only as long as it is the same one. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((cause) => {
      loading = undefined;
      throw cause;
    });
    return loading;
  };
}
