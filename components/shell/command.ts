import type { LucideIcon } from 'lucide-react';
import type { TextKey } from '#lib/i18n/text.ts';

export type CommandGroup = 'pages' | 'actions' | 'workflows' | 'endpoints' | 'requests';

/** A line of the palette. */
export type Command = {
  id: string;
  group: CommandGroup;
  label: string;
  detail?: string;
  icon: LucideIcon;
  /** Pressed one after the other. */
  keys?: readonly string[];
  act: () => void;
};

export const groupLabels: Readonly<Record<CommandGroup, TextKey>> = {
  pages: 'shell.palette.pages',
  actions: 'shell.palette.actions',
  workflows: 'shell.palette.workflows',
  endpoints: 'shell.palette.endpoints',
  requests: 'shell.palette.requests',
};

/** Those that hold every word of the query. */
export function matching<Line extends { label: string; detail?: string }>(
  commands: readonly Line[],
  query: string,
): Line[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ label, detail = '' }) => {
    const whole = `${label} ${detail}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}
