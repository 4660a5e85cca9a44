'use client';

import { useEffect, useState } from 'react';
import { callApi } from '../api/call-api.ts';
import { useLive } from '../live/use-live.ts';
import type { EditorStore } from './store/create-editor-store.ts';
import { nextRun } from './store/next-run.ts';
import { isOver, type RunDetail } from './store/overlay.ts';

type RunEvent = { id: string; requestId: string | null; status: RunDetail['status'] };
type StepEvent = { runId: string; nodeId: string; status: string };

/** Steps of a long run are read so often at most. */
const detailsEveryMs = 400;

/** Lights up the steps of the runs that go on while the editor is open. */
export function useLiveRuns(store: EditorStore): void {
  const [details] = useState(() => detailsOf(store));
  const [next] = useState(() => nextRun(store, (runId) => details.read(runId, true)));
  useEffect(
    () => () => {
      details.stop();
      next.stop();
    },
    [details, next],
  );
  useLive(`workflowId=${store.getState().workflow.id}`, {
    run: (events) => {
      for (const { id: runId, requestId, status } of events as RunEvent[]) {
        const notice = { runId, requestId, status, at: Date.now() };
        if (store.getState().follow(notice)) details.read(runId, status !== 'running');
        else next.offer(notice);
      }
      next.look();
    },
    step: (events) => {
      for (const { runId, nodeId, status } of events as StepEvent[]) {
        const shown = store.getState().follow({ runId, nodeId, status, at: Date.now() });
        if (shown && status !== 'running') details.read(runId, false);
      }
    },
    reset: () => {
      const { run } = store.getState();
      if (run && !isOver(run.status)) details.read(run.id, true);
    },
  });
}

/**
 * Inputs and outputs of the run that is shown. A short run is written down when it ends: until then
 * there is nothing to read, and that is no failure.
 */
function detailsOf(store: EditorStore) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = async (runId: string) => {
    timer = undefined;
    const answer = await callApi<RunDetail>(`/api/v1/runs/${runId}`);
    const { run, showRun } = store.getState();
    // What was read before the end must not cover the end.
    if (!answer.ok || run?.id !== runId) return;
    if (isOver(answer.body.status) || !isOver(run.status)) showRun(answer.body, false);
  };
  return {
    read(runId: string, atOnce: boolean) {
      if (atOnce) {
        clearTimeout(timer);
        void now(runId);
      } else {
        timer ??= setTimeout(() => void now(runId), detailsEveryMs);
      }
    },
    stop: () => clearTimeout(timer),
  };
}
