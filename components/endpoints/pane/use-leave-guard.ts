'use client';

import { useEffect, useState } from 'react';

export type LeaveGuard = {
  /** The person wants to leave and has to be asked. */
  asking: boolean;
  /** Goes on at once where nothing would be lost. */
  leave: (go: () => void) => void;
  stay: () => void;
  goOn: () => void;
};

/**
 * Keeps unsaved changes from being left by mistake: closing, links of the page, and the tab itself.
 * The browser's own Back can't be held without breaking it.
 */
export function useLeaveGuard(dirty: boolean, follow: (href: string) => void): LeaveGuard {
  const [pending, setPending] = useState<() => void>();

  useEffect(() => {
    if (!dirty) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    const ask = (event: MouseEvent) => {
      const href = hrefOf(event);
      if (href === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setPending(() => () => follow(href));
    };
    window.addEventListener('beforeunload', hold);
    document.addEventListener('click', ask, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', hold);
      document.removeEventListener('click', ask, { capture: true });
    };
  }, [dirty, follow]);

  return {
    asking: pending !== undefined,
    leave: (go) => (dirty ? setPending(() => go) : go()),
    stay: () => setPending(undefined),
    goOn: () => {
      setPending(undefined);
      pending?.();
    },
  };
}

/** Where a plain click on a link of ours leads; undefined for new tabs and other clicks. */
function hrefOf(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return undefined;
  const link = event.target instanceof Element && event.target.closest('a[href]');
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank') return undefined;
  if (link.origin !== window.location.origin) return undefined;
  return link.pathname + link.search;
}
