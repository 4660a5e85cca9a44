import { createContext } from 'react';
import type { Text } from '#lib/i18n/text.ts';

/** Only `TextProvider` fills it, so there is always one. */
export const TextContext = createContext<Text | undefined>(undefined);
