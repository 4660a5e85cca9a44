'use client';

import { Keyboard, Languages, LogOut, Moon, Plus, Sun, SunMoon, UserRound } from 'lucide-react';
import { locales } from '#lib/i18n/locale.ts';
import { themes } from '#lib/i18n/theme.ts';
import { useText } from '../text.tsx';
import type { Command } from './command.ts';
import { placeIcons } from './place-icons.ts';
import { places } from './places.ts';
import { chooseTheme, leave, useChooseLocale } from './preferences.ts';
import { useShell } from './shell-context.ts';

const themeIcons = { system: SunMoon, light: Sun, dark: Moon };

/** What the palette can do without asking the server. */
export function useCommands(): Command[] {
  const text = useText();
  const chooseLocale = useChooseLocale();
  const { person, go, openKeysList } = useShell();
  const pages = places.map(({ id, href, label, key }): Command => {
    const act = () => go(href);
    return { id, group: 'pages', label: text(label), icon: placeIcons[id], keys: ['G', key], act };
  });
  const action = (command: Omit<Command, 'group'>): Command => ({ ...command, group: 'actions' });
  const create = action({
    id: 'new',
    label: text('shell.newWorkflow'),
    icon: Plus,
    act: () => go('/workflows/new'),
  });
  return [
    ...pages,
    ...(person.role === 'viewer' ? [] : [create]),
    action({
      id: 'keys',
      label: text('shell.keys'),
      icon: Keyboard,
      keys: ['?'],
      act: openKeysList,
    }),
    action({
      id: 'account',
      label: text('shell.account.own'),
      icon: UserRound,
      act: () => go('/settings/account'),
    }),
    ...themes.map((theme) =>
      action({
        id: `theme ${theme}`,
        label: text('theme.label', { name: text(`theme.${theme}`) }),
        icon: themeIcons[theme],
        act: () => chooseTheme(theme),
      }),
    ),
    ...locales
      .filter((locale) => locale !== text.locale)
      .map((locale) =>
        action({
          id: `language ${locale}`,
          label: text('shell.palette.language', { name: text(`shell.language.${locale}`) }),
          icon: Languages,
          act: () => chooseLocale(locale),
        }),
      ),
    action({ id: 'leave', label: text('signout.submit'), icon: LogOut, act: () => void leave() }),
  ];
}
