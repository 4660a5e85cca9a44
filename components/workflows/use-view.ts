'use client';

import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { readView, type View, writeView } from './list-view.ts';

/** What is shown stands in the address, so that it can be sent to somebody and survives a reload. */
export function useView() {
  const params = useSearchParams();
  const [view, setShown] = useState(() => readView(new URLSearchParams(params)));
  const setView = (next: View) => {
    setShown(next);
    const search = writeView(new URLSearchParams(window.location.search), next);
    const query = search.size > 0 ? `?${search}` : '';
    window.history.replaceState(null, '', `${window.location.pathname}${query}`);
  };
  return { view, setView };
}
