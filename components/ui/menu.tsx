'use client';

import { cloneElement, lazy, Suspense } from 'react';
import type { MenuProps } from './menu-props.ts';
import { useMenuTrigger } from './use-menu-trigger.ts';
import { useWanted } from './use-wanted.ts';

// Comes with the first menu that opens: pages are there sooner without it.
const MenuItems = lazy(() =>
  import('./menu-items.tsx').then((module) => ({ default: module.MenuItems })),
);

export function Menu({ trigger, items, align = 'end' }: MenuProps) {
  const own = useMenuTrigger();
  const wanted = useWanted(own.open);
  return (
    <>
      {cloneElement(trigger, own.props)}
      {wanted && (
        <Suspense fallback={null}>
          <MenuItems trigger={own} {...{ items, align }} />
        </Suspense>
      )}
    </>
  );
}
