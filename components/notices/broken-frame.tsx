'use client';

import { useSyncExternalStore } from 'react';
import { common as english } from '#lib/i18n/en/common.ts';
import { common as japanese } from '#lib/i18n/ja/common.ts';
import { type Locale, localeCookie, localeOf } from '#lib/i18n/locale.ts';
import { buttonClass } from '../ui/button-class.ts';

const texts = { en: english, ja: japanese };
const nothing = () => () => undefined;

/** A whole document that needs nothing of what may just have broken: no provider, no server. */
export function BrokenFrame({ digest }: { digest: string | undefined }) {
  const locale = useSyncExternalStore(nothing, readLocale, (): Locale => 'en');
  const text = texts[locale];
  const lead = digest ? text['error.lead'].replace('{digest}', digest) : text['error.leadPlain'];
  return (
    <html lang={locale}>
      <body className="font-sans">
        <title>{`${text['error.title']} · ${text['app.name']}`}</title>
        <main className="mx-auto flex max-w-[440px] flex-col items-start gap-1 px-5 py-24">
          <h1 className="font-semibold text-page">{text['error.title']}</h1>
          <p className="text-text-2">{lead}</p>
          <button
            type="button"
            className={`mt-4 ${buttonClass({ variant: 'primary' })}`}
            onClick={() => window.location.reload()}
          >
            {text['error.again']}
          </button>
        </main>
      </body>
    </html>
  );
}

function readLocale(): Locale {
  const chosen = new RegExp(`(?:^|; )${localeCookie}=(\\w+)`).exec(document.cookie)?.[1];
  return localeOf(chosen, navigator.languages.join(','));
}
