'use client';

import type { ReactNode } from 'react';
import { workScreens } from '#lib/i18n/en/work-screens.ts';
import { MoreTexts } from './more-texts.tsx';

export function EnglishWork({ children }: { children: ReactNode }) {
  return <MoreTexts more={workScreens}>{children}</MoreTexts>;
}
