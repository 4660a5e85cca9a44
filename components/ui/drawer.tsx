'use client';

import { lazy, Suspense } from 'react';
import type { DrawerProps } from './drawer-props.ts';
import { useWanted } from './use-wanted.ts';

const DrawerBox = lazy(() =>
  import('./drawer-box.tsx').then((module) => ({ default: module.DrawerBox })),
);

/**
 * A pane over the page's right side; what lies beside it stays live and can be used. Esc closes it
 * and gives the focus back to what opened it. A whole screen on phones.
 */
export function Drawer(props: DrawerProps) {
  const wanted = useWanted(props.open);
  return (
    wanted && (
      <Suspense fallback={null}>
        <DrawerBox {...props} />
      </Suspense>
    )
  );
}
