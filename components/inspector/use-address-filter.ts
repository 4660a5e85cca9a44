'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { type RequestFilter, readFilter, writeFilter } from './request-filter.ts';

/** The filter as the address says it; `change` writes it there. */
export function useAddressFilter() {
  const address = useSearchParams();
  const router = useRouter();
  const { filter, wrong } = readFilter(new URLSearchParams(address));
  const change = (next: RequestFilter) => {
    const query = writeFilter(next, new URLSearchParams(address)).toString();
    router.replace(query === '' ? '?' : `?${query}`, { scroll: false });
  };
  return { filter, wrong, change };
}
