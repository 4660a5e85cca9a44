'use client';

import type { ReactNode } from 'react';
import { workScreens } from '#lib/i18n/ja/work-screens.ts';
import { MoreTexts } from './more-texts.tsx';

export function JapaneseWork({ children }: { children: ReactNode }) {
  return <MoreTexts more={workScreens}>{children}</MoreTexts>;
}
