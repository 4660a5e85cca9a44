'use client';

import { Menu } from '@base-ui/react/menu';
import { Menu as MenuIcon } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import { AccountItems } from './account-items.tsx';
import { PlaceIcon } from './place-icon.tsx';
import { placeIcons } from './place-icons.ts';
import { PlaceLink } from './place-link.tsx';
import { places } from './places.ts';
import { useShell } from './shell-context.ts';

const shown = places.slice(0, 4);
const behind = places.slice(4);
const tab =
  'flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 rounded-sm text-micro text-text-3 aria-[current=page]:text-text aria-[current=page]:font-medium';

/** On phones: four pages within reach of a thumb, the others behind More. */
export function TabBar() {
  const text = useText();
  const pathname = usePathname();
  const { go } = useShell();
  const isBehind = behind.some(({ under }) => under.test(pathname));
  return (
    <nav
      aria-label={text('shell.nav')}
      className="fixed inset-x-0 bottom-0 z-15 flex h-14 gap-1 border-line border-t bg-bg px-1 sm:hidden"
    >
      {shown.map(({ id, href, label, under }) => (
        <PlaceLink
          key={id}
          href={href}
          aria-current={under.test(pathname) ? 'page' : undefined}
          className={tab}
        >
          <PlaceIcon id={id} size={20} />
          <span className="max-w-full truncate">{text(label)}</span>
        </PlaceLink>
      ))}
      <Menu.Root>
        <Menu.Trigger className={`${tab} ${isBehind ? 'font-medium text-text!' : ''}`}>
          <Icon icon={MenuIcon} size={20} />
          {text('shell.more')}
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner side="top" align="end" sideOffset={8} className="z-50 outline-none">
            <Menu.Popup className="max-h-(--available-height) w-[264px] overflow-y-auto rounded-md bg-raised p-1 shadow-3 outline-none">
              {behind.map(({ id, href, label }) => (
                <Menu.Item
                  key={id}
                  onClick={() => go(href)}
                  className="flex min-h-11 items-center gap-2 rounded-ctl px-2 font-medium outline-none data-highlighted:bg-press"
                >
                  <Icon icon={placeIcons[id]} className="text-text-2" />
                  {text(label)}
                </Menu.Item>
              ))}
              <Menu.Separator className="my-1 h-px bg-line" />
              <AccountItems />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </nav>
  );
}
