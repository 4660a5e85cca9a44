'use client';

import { Menu } from '@base-ui/react/menu';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import { MenuBox } from '../ui/menu-box.tsx';
import type { MenuTrigger } from '../ui/use-menu-trigger.ts';
import { AccountItems } from './account-items.tsx';
import { placeIcons } from './place-icons.ts';
import type { places } from './places.ts';
import { useShell } from './shell-context.ts';

export type MoreBoxProps = {
  trigger: MenuTrigger;
  /** The pages that have no tab. */
  behind: readonly (typeof places)[number][];
};

export function MoreBox({ trigger, behind }: MoreBoxProps) {
  const text = useText();
  const { go } = useShell();
  return (
    <MenuBox trigger={trigger} side="top" sideOffset={8} className="w-[264px]">
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
    </MenuBox>
  );
}
