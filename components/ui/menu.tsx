'use client';

import { Menu as Base } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export type MenuItem = {
  label: string;
  icon?: LucideIcon;
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
  /** At the right: its key, or why it is disabled. */
  hint?: string;
};

export type MenuProps = {
  /** A button; it gets what a menu's trigger needs. */
  trigger: ReactElement;
  items: readonly (MenuItem | 'separator')[];
  align?: 'start' | 'end';
};

export function Menu({ trigger, items, align = 'end' }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-50 outline-none">
          <Base.Popup className="max-h-(--available-height) min-w-[184px] overflow-y-auto rounded-md bg-raised p-1 shadow-3 outline-none">
            {items.map((item, index) =>
              item === 'separator' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else to be known by.
                <Base.Separator key={index} className="my-1 h-px bg-line" />
              ) : (
                <Item key={item.label} {...item} />
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
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
