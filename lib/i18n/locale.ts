export const locales = ['en', 'ja'] as const;
export type Locale = (typeof locales)[number];
export const localeCookie = 'hookline.locale';

/** What the person chose, else the first language of the browser that we speak, else English. */
export function localeOf(chosen: string | undefined, acceptLanguage: string | null): Locale {
  return known(chosen) ?? preferred(acceptLanguage ?? '') ?? 'en';
}

function known(tag: string | undefined): Locale | undefined {
  return locales.find((locale) => locale === tag);
}

/** The header's tags, highest weight first: `ja-JP,ja;q=0.9,en;q=0.8`. */
function preferred(header: string): Locale | undefined {
  const wanted = header.split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
    const weight = rest.map((rule) => rule.trim()).find((rule) => rule.startsWith('q='));
    return { tag: tag.split('-')[0], weight: weight ? Number(weight.slice(2)) || 0 : 1 };
  });
  const spoken = wanted.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return spoken.map(({ tag }) => known(tag)).find((locale) => locale !== undefined);
}
