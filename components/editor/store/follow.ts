import type { OverlayState } from './overlay.ts';

/** How long a run is shown before the next one may take its place: shorter, and nobody could read it. */
const shownAtLeastMs = 3_000;

/**
 * How long until another run may take the place of the one shown, in milliseconds from `now` (Unix).
 * `never`: a person chose what is shown. `later`: once it is over.
 */
export function freeIn(overlay: OverlayState, now: number): number | 'never' | 'later' {
  const { run, picked, shownAt, following } = overlay;
  if (!following) return 'never';
  if (run === null) return 0;
  if (picked) return 'never';
  const isUnderWay = run.status === 'running' || run.status === 'queued';
  return isUnderWay ? 'later' : Math.max(0, shownAt + shownAtLeastMs - now);
}

/**
 * Whether a run that gives a sign of life is laid over the canvas: never over one that a person chose
 * or that is under way, nor over one that has just come.
 */
export function takesOver(overlay: OverlayState, runId: string, now: number): boolean {
  return overlay.run?.id !== runId && freeIn(overlay, now) === 0;
}
