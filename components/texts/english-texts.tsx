'use client';

import type { ReactNode } from 'react';
import { en } from '#lib/i18n/en.ts';
import { textOf } from '#lib/i18n/text.ts';
import { TextContext } from './text-context.ts';

const text = textOf('en', en);

export function EnglishTexts({ children }: { children: ReactNode }) {
  return <TextContext value={text}>{children}</TextContext>;
}
