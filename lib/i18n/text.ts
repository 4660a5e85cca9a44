import type { en } from './en.ts';
import type { Locale } from './locale.ts';

export type TextKey = keyof typeof en;
export type Catalogue = Readonly<Record<TextKey, string>>;
type Values = Readonly<Record<string, string | number>>;

export type Text = {
  (key: TextKey, values?: Values): string;
  /** For `Intl`. */
  readonly locale: Locale;
};

type Counted = Values & { count: number };

/** What stands before `.one` and `.other`. */
export type CountKey = TextKey extends infer Key
  ? Key extends `${infer Name}.other`
    ? Name
    : never
  : never;

/** The texts of one language: `text('signin.lead', { workspace })`. */
export function textOf(locale: Locale, catalogue: Catalogue): Text {
  const text = (key: TextKey, values: Values = {}) =>
    catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      name in values ? String(values[name]) : whole,
    );
  return Object.assign(text, { locale });
}

/** `text`, which knows these texts too. */
export function textWith(text: Text, more: Partial<Catalogue>): Text {
  const added = textOf(text.locale, more as Catalogue);
  const both = (key: TextKey, values?: Values) => (key in more ? added : text)(key, values);
  return Object.assign(both, { locale: text.locale });
}

/**
 * `textCount(text, 'list.rows', 3)`: the form for this number, with it as `{count}`: `1,204`.
 * Where the text has more values: `textCount(text, 'list.rows', { count: 3, name })`.
 */
export function textCount(text: Text, key: CountKey, counted: number | Counted): string {
  const values = typeof counted === 'number' ? { count: counted } : counted;
  const one = new Intl.PluralRules(text.locale).select(values.count) === 'one';
  const count = new Intl.NumberFormat(text.locale).format(values.count);
  return text(`${key}.${one ? 'one' : 'other'}` as TextKey, { ...values, count });
}
