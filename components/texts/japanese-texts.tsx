'use client';

import type { ReactNode } from 'react';
import { ja } from '#lib/i18n/ja.ts';
import { textOf } from '#lib/i18n/text.ts';
import { TextContext } from './text-context.ts';

const text = textOf('ja', ja);

export function JapaneseTexts({ children }: { children: ReactNode }) {
  return <TextContext value={text}>{children}</TextContext>;
}
