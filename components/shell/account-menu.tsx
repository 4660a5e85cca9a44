'use client';

import { Menu } from '@base-ui/react/menu';
import { Ellipsis } from 'lucide-react';
import { useText } from '../text.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { AccountItems } from './account-items.tsx';
import { useShell } from './shell-context.ts';

/** At the foot of the sidebar: who is here, how it looks and speaks, and the way out. */
export function AccountMenu() {
  const text = useText();
  const { person } = useShell();
  const name = person.name || person.email;
  return (
    <Menu.Root>
      <Menu.Trigger className="flex size-9 flex-none items-center justify-center gap-2 rounded-sm hover:bg-hover data-popup-open:bg-press wide:w-full wide:justify-start wide:px-2">
        <Avatar name={name} />
        <span className="sr-only">{text('shell.account', { name })}</span>
        <span
          aria-hidden="true"
          className="hidden min-w-0 flex-1 truncate text-left font-medium wide:block"
        >
          {name}
        </span>
        <Icon icon={Ellipsis} size={14} className="hidden! text-text-3 wide:block!" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="top" align="start" sideOffset={6} className="z-50 outline-none">
          <Menu.Popup className="max-h-(--available-height) w-[232px] overflow-y-auto rounded-md bg-raised p-1 shadow-3 outline-none">
            <AccountItems />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
