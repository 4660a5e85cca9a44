'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useShell } from '../shell/shell-context.ts';
import { TopBar } from '../shell/top-bar.tsx';
import { useText } from '../text.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { Select } from '../ui/select.tsx';
import { type SettingsPlace, settingsGroups, settingsIcons } from './settings-places.ts';

/** The pages of the settings beside their list, which is a select on narrow screens. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const text = useText();
  const { go } = useShell();
  const current = (usePathname().split('/')[2] ?? 'account') as SettingsPlace;
  const places = settingsGroups.flatMap((group) => [...group.places]);
  return (
    <>
      <TopBar title={text('settings.title')} />
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <nav
          aria-label={text('settings.nav')}
          className="w-[212px] flex-none border-line border-r px-3 py-4 max-md:hidden"
        >
          {settingsGroups.map((group) => (
            <div key={group.id} className="flex flex-col gap-px not-first:pt-3">
              <p className="px-2 pb-1 font-medium text-meta text-text-3">
                {text(`settings.group.${group.id}`)}
              </p>
              {group.places.map((place) => (
                <Place key={place} place={place} current={place === current} />
              ))}
            </div>
          ))}
        </nav>
        <div className="px-4 pt-3 md:hidden">
          <Select
            aria={text('settings.nav')}
            value={current}
            onChange={(place) => go(`/settings/${place}`)}
            options={places.map((place) => ({ value: place, label: text(`settings.${place}`) }))}
          />
        </div>
        <div className="min-w-0 flex-1 px-7 py-6 max-md:px-4 max-md:py-4">
          <div className="flex max-w-[960px] flex-col gap-7">{children}</div>
        </div>
      </div>
    </>
  );
}

function Place({ place, current }: { place: SettingsPlace; current: boolean }) {
  const text = useText();
  return (
    <Link
      href={`/settings/${place}`}
      aria-current={current ? 'page' : undefined}
      className={classNames(
        'flex h-[30px] items-center gap-2.5 rounded-sm px-2 font-medium',
        current ? 'bg-press text-text' : 'text-text-2 hover:bg-hover',
      )}
    >
      <Icon icon={settingsIcons[place]} />
      {text(`settings.${place}`)}
    </Link>
  );
}
