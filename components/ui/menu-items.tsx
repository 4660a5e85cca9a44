'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { MenuBox } from './menu-box.tsx';
import type { MenuItem, MenuProps } from './menu-props.ts';
import type { MenuTrigger } from './use-menu-trigger.ts';

export type MenuItemsProps = Pick<MenuProps, 'items' | 'align'> & { trigger: MenuTrigger };

export function MenuItems({ trigger, items, align = 'end' }: MenuItemsProps) {
  return (
    <MenuBox trigger={trigger} align={align} className="min-w-[184px]">
      {items.map((item, index) =>
        item === 'separator' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else to be known by.
          <Base.Separator key={index} className="my-1 h-px bg-line" />
        ) : (
          <Item key={item.label} {...item} />
        ),
      )}
    </MenuBox>
  );
}

function Item({ label, icon, onSelect, danger, disabled, hint }: MenuItem) {
  return (
    <Base.Item
      disabled={disabled ?? false}
      onClick={onSelect}
      className={classNames(
        'flex min-h-[30px] cursor-default items-center gap-2 rounded-ctl px-2 outline-none data-disabled:text-text-3 data-highlighted:bg-press max-sm:min-h-11',
        danger && 'text-bad',
      )}
    >
      {icon && <Icon icon={icon} className={danger ? '' : 'text-text-2'} />}
      <span className="flex-1 whitespace-nowrap">{label}</span>
      {hint && <span className="pl-4 text-meta text-text-3">{hint}</span>}
    </Base.Item>
  );
}
