import type { OverlayState } from './overlay.ts';

/** How long a run is shown before the next one may take its place: shorter, and nobody could read it. */
const shownAtLeastMs = 3_000;

/**
 * Whether a run that gives a sign of life is laid over the canvas: never over one that a person chose
 * or that is under way, nor over one that has just come. `now` in Unix milliseconds.
 */
export function takesOver(overlay: OverlayState, runId: string, now: number): boolean {
  const { run, picked, shownAt, following } = overlay;
  if (!following || run?.id === runId) return false;
  if (run === null) return true;
  const isUnderWay = run.status === 'running' || run.status === 'queued';
  return !picked && !isUnderWay && now - shownAt >= shownAtLeastMs;
}
