import { en } from './en.ts';

export type TextKey = keyof typeof en;
export type Locale = 'en';
export type Text = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

const catalogues: Record<Locale, Record<TextKey, string>> = { en };

/** The texts of one language: `text('signin.lead', { workspace })`. */
export function textIn(locale: Locale): Text {
  const catalogue = catalogues[locale];
  return (key, values = {}) =>
    catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      name in values ? String(values[name]) : whole,
    );
}
