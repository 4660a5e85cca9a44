import type { Metadata } from 'next';
import type { TextKey } from '#lib/i18n/text.ts';
import { pageLook } from './page-look.ts';

/** A page's title in the reader's language: `export const generateMetadata = pageTitle('home.title')`. */
export function pageTitle(key: TextKey): () => Promise<Metadata> {
  return async () => ({ title: (await pageLook()).text(key) });
}
