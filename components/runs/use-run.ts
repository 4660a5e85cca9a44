'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { callApi } from '../api/call-api.ts';
import { useThrottled } from '../live/use-throttled.ts';
import type { RunDetail } from './run-types.ts';

type StepNotice = { runId: string; nodeId: string; status: string };

/** Steps may end within milliseconds: the run is read again so often at most. */
const rereadMs = 250;

/**
 * One run, kept up while it is under way: `watch` goes to whoever listens to its live stream. What
 * notices say of steps is known before the run that is read says it.
 */
export function useRun(initial: RunDetail) {
  const [run, setRun] = useState(initial);
  const [told, setTold] = useState<ReadonlyMap<string, string>>(new Map());
  const id = useRef(initial.id);
  useEffect(() => {
    if (id.current === initial.id) return;
    id.current = initial.id;
    setRun(initial);
    setTold(new Map());
  }, [initial]);
  const read = useCallback(async () => {
    const asked = id.current;
    const answer = await callApi<RunDetail>(`/api/v1/runs/${asked}`);
    if (answer.ok && id.current === asked) setRun(answer.body);
  }, []);
  const readSoon = useThrottled(() => void read(), rereadMs);
  const watch = {
    run: readSoon,
    reset: readSoon,
    step: (notices: readonly unknown[]) => {
      const news = notices as readonly StepNotice[];
      setTold((before) => new Map([...before, ...news.map(noticed)]));
      readSoon();
    },
  };
  return { run, told, watch, read: () => void read() };
}

function noticed({ nodeId, status }: StepNotice): [string, string] {
  return [nodeId, status];
}
