'use client';

import { type ReactNode, useContext, useMemo } from 'react';
import { type Catalogue, textWith } from '#lib/i18n/text.ts';
import { TextContext } from './text-context.ts';

export type MoreTextsProps = { more: Partial<Catalogue>; children: ReactNode };

/** Below it, these texts are known besides those of every page. */
export function MoreTexts({ more, children }: MoreTextsProps) {
  const text = useContext(TextContext);
  const both = useMemo(() => text && textWith(text, more), [text, more]);
  return <TextContext value={both}>{children}</TextContext>;
}
