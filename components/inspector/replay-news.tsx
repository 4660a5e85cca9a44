'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import { type ApiFailure, callApi } from '../api/call-api.ts';
import { useRead } from '../api/use-read.ts';
import { useEndpointNames } from '../endpoints/use-endpoint-names.ts';
import { runResult } from '../runs/run-result.ts';
import type { RunDetail, RunListItem } from '../runs/run-types.ts';
import { useText } from '../text.tsx';
import { useToast } from '../ui/toast.tsx';
import type { Replayed } from './request-actions.ts';
import { requestName } from './request-name.ts';
import type { Awaited } from './use-replays.ts';

const everyMs = 300;
/** Then it is told how far it came. */
const longestMs = 8_000;

export type ReplayNewsProps = {
  awaited: readonly Awaited[];
  told(made: Awaited): void;
};

/** Waits for the runs of replays and says what came of them; shows nothing. */
export function ReplayNews({ awaited, told }: ReplayNewsProps) {
  return awaited.map((made) => <OneReplay key={keyOf(made)} made={made} onTold={told} />);
}

const keyOf = ({ requestId, runs }: Replayed) => [requestId, ...runs.map(({ id }) => id)].join();

type OneReplayProps = { made: Awaited; onTold(made: Awaited): void };

function OneReplay({ made, onTold }: OneReplayProps) {
  const text = useText();
  const toast = useToast();
  const router = useRouter();
  const endpoints = useEndpointNames();
  const { runs, failure } = useRunsOf(made);
  const late = useLate();
  const tell = useEffectEvent(async (run: RunListItem | undefined) => {
    onTold(made);
    const request = requestName(made.of, endpoints, text);
    const id = run?.id ?? made.runs[0]?.id;
    if (id === undefined) return toast({ title: text('inspector.replayedNoRun', { request }) });
    const answer = await callApi<RunDetail>(`/api/v1/runs/${id}`);
    const result = answer.ok ? runResult(answer.body, text) : text('runs.came.running');
    const status = answer.ok ? answer.body.status : 'running';
    toast({
      title: text(made.kind === 'replay' ? 'inspector.replayCame' : 'inspector.sentOnCame', {
        request,
        result,
      }),
      ...(status === 'failed' && { tone: 'bad' as const }),
      action: { label: text('runs.see'), onClick: () => router.push(`/runs/${id}`) },
      long: true,
    });
  });
  const settled = made.runs.length === 0 || (runs.length > 0 && runs.every(isSettled));
  useEffect(() => {
    if (settled || late || failure) void tell(mostTelling(runs));
  }, [settled, late, failure, runs]);
  return null;
}

function useRunsOf({ requestId, runs }: Replayed): {
  runs: readonly RunListItem[];
  failure: ApiFailure | null;
} {
  const { data, error } = useRead<{ items: RunListItem[] }>(
    runs.length > 0 ? `/api/v1/runs?requestId=${requestId}&limit=50` : null,
    { every: everyMs },
  );
  // Of a request that is sent on the earlier runs are told already.
  const own = data?.items.filter(({ id }) => runs.some((one) => one.id === id));
  return { runs: own ?? none, failure: error };
}

const none: readonly RunListItem[] = [];

function useLate(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), longestMs);
    return () => clearTimeout(timer);
  }, []);
  return late;
}

function isSettled({ status, finishedAt }: RunListItem): boolean {
  return finishedAt !== null || status === 'waiting';
}

/** Where several workflows ran it: first one that failed, then one that did something. */
function mostTelling(runs: readonly RunListItem[]): RunListItem | undefined {
  for (const status of ['failed', 'succeeded', 'waiting']) {
    const run = runs.find((one) => one.status === status);
    if (run) return run;
  }
  return runs[0];
}
