import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Locale } from './locale.ts';
import { type Text, textOf } from './text.ts';

/** For the server only: it holds every language. The browser loads its own (`useText`). */
export function textIn(locale: Locale): Text {
  return textOf(locale, { en, ja }[locale]);
}
