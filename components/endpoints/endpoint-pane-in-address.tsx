'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';
import { EndpointPane } from './pane/endpoint-pane.tsx';

/**
 * Opens the settings while the address says so: `?settings=<id>` in the list, `?settings` on the page
 * of one endpoint, which then gives its id. Closing takes it out of the address.
 */
export function EndpointPaneInAddress({ endpointId }: { endpointId?: string }) {
  const named = useSearchParams().get('settings');
  const close = useCallback(() => {
    const search = new URLSearchParams(window.location.search);
    search.delete('settings');
    const path = window.location.pathname;
    window.history.pushState(null, '', search.size > 0 ? `${path}?${search}` : path);
  }, []);
  const id = endpointId ?? named;
  if (named === null || !id) return null;
  return <EndpointPane key={id} endpointId={id} onClose={close} />;
}
