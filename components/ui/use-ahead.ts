import { useEffect } from 'react';
import { useFirstAct } from './use-first-act.ts';

/** Fetches what comes later once the person does anything, so that it is there when it is wanted. */
export function useAhead(load: () => Promise<unknown>): void {
  const acted = useFirstAct();
  useEffect(() => {
    // One that fails is fetched again, and said, when it is wanted.
    if (acted) load().catch(() => undefined);
  }, [acted, load]);
}
