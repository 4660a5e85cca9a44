import type { Wiring } from './wiring/build.ts';

export type { Wiring } from './wiring/build.ts';

/** One key for the whole process: Next bundles its own copy of this module, `globalThis` is shared. */
const place = Symbol.for('hookline.wiring');
type Place = { [place]?: Wiring };

/** Called once, by whoever hosts: `server.ts`, or `instrumentation.ts` where Next runs alone. */
export function installWiring(wiring: Wiring): void {
  (globalThis as Place)[place] = wiring;
}

export function installedWiring(): Wiring | undefined {
  return (globalThis as Place)[place];
}

/**
 * What routes call. Only types come from `wiring/build.ts`, so that Next doesn't bundle and load a
 * second copy of every adapter beside the one `server.ts` runs.
 */
export function getWiring(): Wiring {
  const wiring = installedWiring();
  if (!wiring) throw new Error('Nothing is wired: start Hookline with npm start.');
  return wiring;
}
