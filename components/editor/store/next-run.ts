import type { EditorStore } from './create-editor-store.ts';
import { freeIn } from './follow.ts';
import type { LiveNotice } from './overlay-actions.ts';

export type NextRun = {
  /** A run that may not be shown yet. Of several the last one counts. */
  offer(notice: LiveNotice): void;
  /** What is shown has changed. */
  look(): void;
  stop(): void;
};

/** Lays a run that came too soon over the canvas, once the one before it could be read. */
export function nextRun(store: EditorStore, onShown: (runId: string) => void): NextRun {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: LiveNotice | undefined;
  const look = () => {
    clearTimeout(timer);
    if (!latest) return;
    const free = freeIn(store.getState(), Date.now());
    // What was offered before the run shown would come out of turn.
    const isPast = latest.at < store.getState().shownAt;
    if (free === 'never' || isPast) latest = undefined;
    else if (free === 0) show(latest);
    else if (free !== 'later') timer = setTimeout(look, free);
  };
  const show = (notice: LiveNotice) => {
    latest = undefined;
    if (store.getState().follow({ ...notice, at: Date.now() })) onShown(notice.runId);
  };
  return {
    look,
    offer(notice) {
      latest = notice;
      look();
    },
    stop: () => clearTimeout(timer),
  };
}
