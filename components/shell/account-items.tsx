'use client';

import { Menu } from '@base-ui/react/menu';
import { BookOpenText, Check, Keyboard, LogOut, type LucideIcon, UserRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { locales } from '#lib/i18n/locale.ts';
import { themes } from '#lib/i18n/theme.ts';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { chooseTheme, currentTheme, leave, useChooseLocale } from './preferences.ts';
import { useShell } from './shell-context.ts';

const row =
  'flex min-h-[30px] cursor-default items-center gap-2 rounded-ctl px-2 outline-none data-highlighted:bg-press max-sm:min-h-11';

export function AccountItems() {
  const text = useText();
  const chooseLocale = useChooseLocale();
  const { person, theme: drawn, go, openKeysList } = useShell();
  const [theme, setTheme] = useState(() => currentTheme(drawn));
  return (
    <>
      <div className="px-2 py-1.5">
        <p className="truncate font-semibold">{person.name || person.email}</p>
        <p className="truncate text-meta text-text-3">
          {person.name ? `${person.email} · ` : ''}
          {text(`shell.role.${person.role}`)}
        </p>
      </div>
      <Line />
      <Item icon={UserRound} onClick={() => go('/settings/account')}>
        {text('shell.account.own')}
      </Item>
      <Item icon={Keyboard} onClick={openKeysList} end={<Kbd>?</Kbd>}>
        {text('shell.keys')}
      </Item>
      <Item icon={BookOpenText} onClick={() => window.location.assign('/api/openapi.json')}>
        {text('shell.reference')}
      </Item>
      <Line />
      <Menu.RadioGroup
        value={theme}
        onValueChange={(next) => {
          chooseTheme(next);
          setTheme(next);
        }}
      >
        <GroupLabel>{text('shell.theme')}</GroupLabel>
        {themes.map((name) => (
          <Choice key={name} value={name}>
            {text(`theme.${name}`)}
          </Choice>
        ))}
      </Menu.RadioGroup>
      <Menu.RadioGroup value={text.locale} onValueChange={chooseLocale}>
        <GroupLabel>{text('shell.language')}</GroupLabel>
        {locales.map((locale) => (
          <Choice key={locale} value={locale} lang={locale}>
            {text(`shell.language.${locale}`)}
          </Choice>
        ))}
      </Menu.RadioGroup>
      <Line />
      <Item icon={LogOut} onClick={() => void leave()}>
        {text('signout.submit')}
      </Item>
    </>
  );
}

type ItemProps = { icon: LucideIcon; onClick: () => void; children: string; end?: ReactNode };

function Item({ icon, onClick, children, end }: ItemProps) {
  return (
    <Menu.Item onClick={onClick} className={row}>
      <Icon icon={icon} className="text-text-2" />
      <span className="flex-1">{children}</span>
      {end}
    </Menu.Item>
  );
}

function Choice({ value, lang, children }: { value: string; lang?: string; children: string }) {
  return (
    <Menu.RadioItem value={value} lang={lang} className={row}>
      <span className="w-4 flex-none">
        <Menu.RadioItemIndicator>
          <Icon icon={Check} size={14} />
        </Menu.RadioItemIndicator>
      </span>
      {children}
    </Menu.RadioItem>
  );
}

function GroupLabel({ children }: { children: string }) {
  return (
    <Menu.GroupLabel className="px-2 pt-1.5 pb-0.5 font-medium text-micro text-text-3">
      {children}
    </Menu.GroupLabel>
  );
}

function Line() {
  return <Menu.Separator className="my-1 h-px bg-line" />;
}
