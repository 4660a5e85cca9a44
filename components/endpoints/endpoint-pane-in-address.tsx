'use client';

import { useSearchParams } from 'next/navigation';
import { lazy, Suspense, useCallback } from 'react';
import { WorkTexts } from '../text.tsx';
import { useAhead } from '../ui/use-ahead.ts';

const loadPane = () => import('./pane/endpoint-pane.tsx');
const EndpointPane = lazy(() => loadPane().then((module) => ({ default: module.EndpointPane })));

/**
 * Opens the settings while the address says so: `?settings=<id>` in the list, `?settings` on the page
 * of one endpoint, which then gives its id. Closing takes it out of the address.
 */
export function EndpointPaneInAddress({ endpointId }: { endpointId?: string }) {
  useAhead(loadPane);
  const named = useSearchParams().get('settings');
  const close = useCallback(() => {
    const search = new URLSearchParams(window.location.search);
    search.delete('settings');
    const path = window.location.pathname;
    window.history.pushState(null, '', search.size > 0 ? `${path}?${search}` : path);
  }, []);
  const id = endpointId ?? named;
  if (named === null || !id) return null;
  return (
    <Suspense fallback={null}>
      <WorkTexts>
        <EndpointPane key={id} endpointId={id} onClose={close} />
      </WorkTexts>
    </Suspense>
  );
}
