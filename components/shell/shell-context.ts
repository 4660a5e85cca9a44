import { createContext, useContext } from 'react';
import type { MemberRole } from '#lib/core/principal.ts';
import type { Theme } from '#lib/i18n/theme.ts';

export type Person = { name: string; email: string; role: MemberRole };

export type ShellState = {
  person: Person;
  workspaceName: string;
  /** As it was when the page was drawn. */
  theme: Theme;
  openPalette: () => void;
  openKeysList: () => void;
  go: (href: string) => void;
};

export const ShellContext = createContext<ShellState | undefined>(undefined);

export function useShell(): ShellState {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('Shell is missing above.');
  return shell;
}
