'use client';

import { MenuBox } from '../ui/menu-box.tsx';
import type { MenuTrigger } from '../ui/use-menu-trigger.ts';
import { AccountItems } from './account-items.tsx';

export function AccountBox({ trigger }: { trigger: MenuTrigger }) {
  return (
    <MenuBox trigger={trigger} side="top" align="start" sideOffset={6} className="w-[232px]">
      <AccountItems />
    </MenuBox>
  );
}
