'use client';

import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { MenuTrigger } from './use-menu-trigger.ts';

export type MenuBoxProps = {
  trigger: MenuTrigger;
  side?: 'top' | 'bottom';
  align?: 'start' | 'end';
  sideOffset?: number;
  className?: string;
  /** Items of Base UI's menu. */
  children: ReactNode;
};

/** The menu of a trigger that stands elsewhere. */
export function MenuBox(props: MenuBoxProps) {
  const { trigger, side = 'bottom', align = 'end', sideOffset = 4, className, children } = props;
  return (
    <Base.Root open={trigger.open} onOpenChange={(open) => trigger.setOpen(open)}>
      <Base.Portal>
        <Base.Positioner
          anchor={trigger.anchor}
          {...{ side, align, sideOffset }}
          className="z-50 outline-none"
        >
          <Base.Popup
            finalFocus={trigger.anchor}
            className={classNames(
              'max-h-(--available-height) overflow-y-auto rounded-md bg-raised p-1 shadow-3 outline-none',
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
