'use client';

import type { ReactNode } from 'react';
import { workScreens } from '#lib/i18n/en/work-screens.ts';
import type { Catalogue } from '#lib/i18n/text.ts';
import { MoreTexts } from './more-texts.tsx';

export const englishWork: Partial<Catalogue> = workScreens;

export function EnglishWork({ children }: { children: ReactNode }) {
  return <MoreTexts more={englishWork}>{children}</MoreTexts>;
}
