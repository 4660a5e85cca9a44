'use client';

import type { ReactNode } from 'react';
import { anyPage } from '#lib/i18n/ja/any-page.ts';
import { type Catalogue, textOf } from '#lib/i18n/text.ts';
import { TextContext } from './text-context.ts';

export const japanese = textOf('ja', anyPage as Catalogue);

export function JapaneseTexts({ children }: { children: ReactNode }) {
  return <TextContext value={japanese}>{children}</TextContext>;
}
