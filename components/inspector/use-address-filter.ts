'use client';

import { useSearchParams } from 'next/navigation';
import { type RequestFilter, readFilter, writeFilter } from './request-filter.ts';

/** The filter as the address says it; `change` writes it there, `narrow` a part of it. */
export function useAddressFilter() {
  const address = useSearchParams();
  const { filter, wrong } = readFilter(new URLSearchParams(address));
  return { filter, wrong, change, narrow };
}

function change(next: RequestFilter): void {
  const { pathname, search } = window.location;
  const query = writeFilter(next, new URLSearchParams(search)).toString();
  window.history.replaceState(null, '', query === '' ? pathname : `?${query}`);
}

/** Reads the address itself: what is shown may lag behind somebody who types. */
function narrow(part: RequestFilter): void {
  const { filter } = readFilter(new URLSearchParams(window.location.search));
  change({ ...filter, ...part });
}
