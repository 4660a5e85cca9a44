'use client';

import type { ReactNode } from 'react';
import { anyPage } from '#lib/i18n/en/any-page.ts';
import { type Catalogue, textOf } from '#lib/i18n/text.ts';
import { TextContext } from './text-context.ts';

export const english = textOf('en', anyPage as Catalogue);

export function EnglishTexts({ children }: { children: ReactNode }) {
  return <TextContext value={english}>{children}</TextContext>;
}
