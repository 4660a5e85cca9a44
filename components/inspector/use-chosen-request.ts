'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { useReplays } from './use-replays.ts';
import { useRequestDetail } from './use-request-detail.ts';

export type ChosenRequest = ReturnType<typeof useChosenRequest>;

/** Which request is looked at or edited. A replay of it takes its place. */
export function useChosenRequest(firstId: string | undefined) {
  const address = useSearchParams();
  const [selected, setSelected] = useState(firstId);
  const [editing, setEditing] = useState(firstId !== undefined && address.get('edit') === '1');
  useEffect(() => nameInAddress(selected), [selected]);
  const open = useCallback((id: string | undefined) => {
    setSelected(id);
    setEditing(false);
  }, []);
  const goOn = useCallback((id: string, of: string) => {
    setSelected((now) => (now === of ? id : now));
    setEditing(false);
  }, []);
  const { follow, ...read } = useRequestDetail(selected);
  return {
    selected,
    editing,
    setEditing,
    open,
    ...read,
    replays: useReplays({ goOn, follow, reread: read.reread }),
  };
}

/** Where requests have addresses of their own a reload, or whoever is sent the link, sees the same one. */
function nameInAddress(id: string | undefined): void {
  const { pathname, search } = window.location;
  if (!/^\/requests(\/|$)/.test(pathname)) return;
  const path = id === undefined ? '/requests' : `/requests/${id}`;
  if (path === pathname) return;
  const query = new URLSearchParams(search);
  query.delete('edit');
  window.history.replaceState(null, '', query.size > 0 ? `${path}?${query}` : path);
}
