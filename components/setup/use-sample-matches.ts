'use client';

import { useEffect, useMemo, useState } from 'react';
import type { JsonObject } from '#lib/core/json.ts';
import type { Picking } from './use-picking.ts';

type Matches = typeof import('./sample-matches.ts').sampleMatches;

/** Whether the filter lets the sample on. Null while that isn't known. */
export function useSampleMatches(
  settings: JsonObject | null,
  scope: Picking['scope'],
): boolean | null {
  const [matches, setMatches] = useState<{ of: Matches } | null>(null);
  const wanted = settings !== null && scope !== null;
  // All that evaluates conditions comes once there is one: nobody waits for it with the page.
  useEffect(() => {
    if (!wanted) return;
    let stays = true;
    void import('./sample-matches.ts').then(({ sampleMatches }) => {
      if (stays) setMatches({ of: sampleMatches });
    });
    return () => {
      stays = false;
    };
  }, [wanted]);
  return useMemo(
    () => (settings && scope && matches ? matches.of(settings, scope) : null),
    [settings, scope, matches],
  );
}
