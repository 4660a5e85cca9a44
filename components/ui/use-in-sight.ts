'use client';

import { type RefObject, useEffect, useRef } from 'react';

/**
 * Scrolls what just appeared, or was pushed down by what grew above it, into sight. What is there
 * with the page stays where it is.
 */
export function useInSight<Shown extends HTMLElement>(
  appeared: boolean | number,
): RefObject<Shown | null> {
  const shown = useRef<Shown>(null);
  const before = useRef(appeared);
  useEffect(() => {
    if (appeared > before.current) {
      const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      shown.current?.scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' });
    }
    before.current = appeared;
  }, [appeared]);
  return shown;
}
