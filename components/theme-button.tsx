'use client';

import { Moon, Sun, SunMoon } from 'lucide-react';
import { useState } from 'react';
import { type Theme, themeCookie, themes } from '#lib/i18n/theme.ts';
import { keepForAYear } from './keep-for-a-year.ts';
import { useText } from './text.tsx';
import { Button } from './ui/button.tsx';

const icons = { system: SunMoon, light: Sun, dark: Moon };

export type ThemeButtonProps = { initial: Theme };

/** Goes from system to light to dark. Kept in a cookie, so that the server draws the right one at once. */
export function ThemeButton({ initial }: ThemeButtonProps) {
  const text = useText();
  const [theme, setTheme] = useState(initial);

  function change(): void {
    const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
    document.documentElement.dataset.theme = next;
    keepForAYear(themeCookie, next);
    setTheme(next);
  }

  return (
    <Button variant="ghost" size="sm" icon={icons[theme]} onClick={change}>
      {text('theme.label', { name: text(`theme.${theme}`) })}
    </Button>
  );
}
