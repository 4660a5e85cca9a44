'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Clock, zoneCookie } from '#lib/i18n/time.ts';
import { keepForAYear } from './keep-for-a-year.ts';
import { useText } from './text.tsx';

const ZoneContext = createContext('UTC');

/**
 * The server draws the times of the zone that the browser told it last, so that what it sends and
 * what the browser makes of it agree; a new zone takes effect right after.
 */
export function ZoneProvider({ initial, children }: { initial: string; children: ReactNode }) {
  const [zone, setZone] = useState(initial);
  useEffect(() => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!own || own === initial) return;
    keepForAYear(zoneCookie, own);
    setZone(own);
  }, [initial]);
  return <ZoneContext value={zone}>{children}</ZoneContext>;
}

/** For the functions of `lib/i18n/time.ts`. */
export function useClock(): Clock {
  const zone = useContext(ZoneContext);
  const { locale } = useText();
  return useMemo(() => ({ locale, zone }), [locale, zone]);
}
