'use client';

import type { ReactNode } from 'react';
import { workScreens } from '#lib/i18n/ja/work-screens.ts';
import type { Catalogue } from '#lib/i18n/text.ts';
import { MoreTexts } from './more-texts.tsx';

export const japaneseWork: Partial<Catalogue> = workScreens;

export function JapaneseWork({ children }: { children: ReactNode }) {
  return <MoreTexts more={japaneseWork}>{children}</MoreTexts>;
}
