'use client';

import { lazy, Suspense } from 'react';
import type { BrokenPageProps } from './broken-page.tsx';

/** For `useAhead`: when something breaks the server may be away. */
export const loadBrokenPage = () => import('./broken-page.tsx');
const BrokenPage = lazy(() => loadBrokenPage().then((module) => ({ default: module.BrokenPage })));

/** Most pages never break: only then they need this. Without it the frame of all pages says it. */
export function Broken(props: BrokenPageProps) {
  return (
    <Suspense fallback={null}>
      <BrokenPage {...props} />
    </Suspense>
  );
}
