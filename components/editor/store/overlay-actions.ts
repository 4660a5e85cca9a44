import type { RunStatus } from '#lib/core/execution/run.ts';
import { takesOver } from './follow.ts';
import {
  isOver,
  noOverlay,
  type OverlayState,
  type RunDetail,
  withDetails,
  withStep,
} from './overlay.ts';

/** That a run or one of its steps has come to a status. Times are Unix milliseconds. */
export type LiveNotice = {
  runId: string;
  requestId?: string | null;
  status: string;
  /** Absent: it is the run itself. */
  nodeId?: string;
  at: number;
};

type Change = Partial<OverlayState>;
type SetOverlay = (change: Change | ((state: OverlayState) => Change)) => void;

/** What lays runs over the canvas. */
export function overlayActions(set: SetOverlay, get: () => OverlayState) {
  return {
    showRun: (detail: RunDetail, picked: boolean) =>
      set((state) => {
        if (!picked && state.run?.id !== detail.id) return {};
        return { ...withDetails(state, detail), picked: picked || state.picked };
      }),
    follow: (notice: LiveNotice): boolean => {
      const { runId, requestId = null, status, nodeId, at } = notice;
      if (takesOver(get(), runId, at)) {
        const startedAt = new Date(at).toISOString();
        const run = { ...startedRun, id: runId, requestId, startedAt };
        set({ run, steps: new Map(), shownAt: at, picked: false });
      }
      const { run } = get();
      if (run?.id !== runId) return false;
      if (nodeId !== undefined) set((state) => withStep(state, { nodeId, status }, at));
      else if (run.status !== status) set({ run: { ...run, status: status as RunStatus } });
      return true;
    },
    awaitRun: () =>
      set(({ run }) => ({
        ...{ following: true, picked: false, shownAt: 0 },
        ...(run && !isOver(run.status) && { run: null, steps: new Map() }),
      })),
    setFollowing: (following: boolean) => set({ following, picked: false }),
    hideRun: () => set({ ...noOverlay, following: false }),
  };
}

const startedRun = {
  ...{ version: null, status: 'running' as const, finishedAt: null, ms: null, error: null },
};
