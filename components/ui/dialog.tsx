'use client';

import { lazy, Suspense } from 'react';
import type { DialogProps } from './dialog-props.ts';
import { useWanted } from './use-wanted.ts';

// Comes with the first dialog that opens: pages are there sooner without it.
const DialogBox = lazy(() =>
  import('./dialog-box.tsx').then((module) => ({ default: module.DialogBox })),
);

/** For publish, delete and secrets only; elsewhere a pane does. Esc and a click outside close it. */
export function Dialog(props: DialogProps) {
  const wanted = useWanted(props.open);
  return (
    wanted && (
      <Suspense fallback={null}>
        <DialogBox {...props} />
      </Suspense>
    )
  );
}
