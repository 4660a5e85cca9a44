'use client';

import { Activity, FunnelX } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { type Text, textCount } from '#lib/i18n/text.ts';
import { failureWords } from '../api/failure-words.ts';
import { useClock } from '../clock.tsx';
import { ArrivalsSaid } from '../live/arrivals-said.tsx';
import { LiveGrid } from '../live/live-grid.tsx';
import { indexOfId } from '../live/live-list.ts';
import { LiveMark } from '../live/live-mark.tsx';
import { NewRowsBar } from '../live/new-rows-bar.tsx';
import { useKeys } from '../live/use-keys.ts';
import { TopBar } from '../shell/top-bar.tsx';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { WorkflowTabs } from '../workflows/workflow-tabs.tsx';
import { type RunFilter, readRunFilter, writeRunFilter } from './run-filter.ts';
import { RunFilterBar } from './run-filter-bar.tsx';
import { runGridLook } from './run-grid-look.tsx';
import type { RunListItem } from './run-types.ts';
import { useRuns } from './use-runs.ts';

export type RunsListProps = {
  /** Absent: those of the whole workspace. */
  workflow?: { id: string; name: string };
};

/** What ran, newest request first; it moves by itself. */
export function RunsList({ workflow }: RunsListProps) {
  const text = useText();
  const clock = useClock();
  const router = useRouter();
  const { filter, wrong, change } = useRunFilter(workflow?.id);
  const [top, setTop] = useState(true);
  const [selected, setSelected] = useState<string>();
  const runs = useRuns(filter, !top);
  const { rows, held, heldBeyond, fresh, nextCursor } = runs.list;
  const look = useMemo(() => runGridLook(text, clock, Boolean(workflow)), [text, clock, workflow]);
  const open = useCallback((id: string) => router.push(`/runs/${id}`), [router]);
  useRunKeys({ rows, selected, setSelected, open });
  const newCount = held.length + heldBeyond;
  const narrowed = Object.keys(filter).length > (workflow ? 1 : 0);
  return (
    <>
      <TopBar title={workflow?.name ?? text('runs.title')}>
        <LiveMark state={runs.state} />
      </TopBar>
      <div className="flex h-work flex-col">
        {workflow && <WorkflowTabs id={workflow.id} current="runs" />}
        <RunFilterBar filter={filter} onChange={change} ofWorkflow={Boolean(workflow)} />
        <Notices wrong={wrong} runs={runs} onDrop={() => change(filter)} />
        {held.length > 0 && (
          <NewRowsBar label={textCount(text, 'runs.new', newCount)} onShow={runs.release} />
        )}
        <section
          aria-label={text('runs.title')}
          className="flex min-h-0 flex-1 flex-col bg-surface"
        >
          {rows.length > 0 && (
            <LiveGrid
              label={text('runs.title')}
              {...{ look, rows, fresh, selected }}
              onSelect={setSelected}
              onOpen={open}
              onEnd={runs.older}
              onTop={setTop}
            />
          )}
          {rows.length === 0 && nextCursor === undefined && !runs.failure && <Loading />}
          {rows.length === 0 && nextCursor === null && (
            <Nothing narrowed={narrowed} onClear={() => change({})} />
          )}
        </section>
        <Foot count={rows.length} />
        <ArrivalsSaid list={runs.list} say={(came) => sayArrivals(came, text)} />
      </div>
    </>
  );
}

function sayArrivals(came: readonly RunListItem[], text: Text): string {
  const what = textCount(text, 'runs.new', came.length);
  const failed = came.filter(({ status }) => status === 'failed').length;
  return failed === 0 ? what : textCount(text, 'runs.said.failed', { count: failed, what });
}

function useRunFilter(workflowId: string | undefined) {
  const address = useSearchParams();
  const router = useRouter();
  const { filter, wrong } = readRunFilter(new URLSearchParams(address));
  const whole: RunFilter = workflowId ? { ...filter, workflow: workflowId } : filter;
  const change = ({ workflow, ...rest }: RunFilter) => {
    const next = workflowId || !workflow ? rest : { ...rest, workflow };
    const query = writeRunFilter(next, new URLSearchParams(address)).toString();
    router.replace(query === '' ? '?' : `?${query}`, { scroll: false });
  };
  return { filter: whole, wrong, change };
}

type RunKeys = {
  rows: readonly RunListItem[];
  selected: string | undefined;
  setSelected(id: string): void;
  open(id: string): void;
};

function useRunKeys({ rows, selected, setSelected, open }: RunKeys): void {
  const move = (by: number) => {
    const at = selected === undefined ? -1 : indexOfId(rows, selected);
    const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (next) setSelected(next.id);
  };
  const does = new Map<string, () => void>([
    ['j', () => move(1)],
    ['ArrowDown', () => move(1)],
    ['k', () => move(-1)],
    ['ArrowUp', () => move(-1)],
    ['Enter', () => selected && open(selected)],
  ]);
  useKeys((key) => {
    does.get(key)?.();
    return does.has(key);
  });
}

function Foot({ count }: { count: number }) {
  const text = useText();
  return (
    <footer className="flex h-9 flex-none items-center justify-between gap-2 border-line border-t px-5 text-meta text-text-3 max-sm:hidden">
      <span>{text('runs.keys')}</span>
      <span className="tabular-nums">{textCount(text, 'runs.count', count)}</span>
    </footer>
  );
}

type NoticesProps = {
  wrong: readonly string[];
  runs: ReturnType<typeof useRuns>;
  onDrop(): void;
};

function Notices({ wrong, runs, onDrop }: NoticesProps) {
  const text = useText();
  return (
    <>
      {wrong.length > 0 && (
        <Notice message={text('runs.wrong', { value: wrong.join(', ') })}>
          <Button size="sm" onClick={onDrop}>
            {text('runs.drop')}
          </Button>
        </Notice>
      )}
      {runs.failure && (
        <Notice message={text('runs.failed', { detail: failureWords(runs.failure, text) })} bad>
          <Button size="sm" onClick={runs.restart}>
            {text('runs.again')}
          </Button>
        </Notice>
      )}
    </>
  );
}

type NoticeProps = { message: string; bad?: boolean; children: ReactNode };

function Notice({ message, bad, children }: NoticeProps) {
  return (
    <p
      role="alert"
      className={`flex flex-none flex-wrap items-center gap-3 border-line border-t px-5 py-2 ${bad ? 'bg-bad-soft text-bad' : 'bg-wait-soft text-wait'}`}
    >
      {message}
      {children}
    </p>
  );
}

function Loading() {
  return (
    <div className="flex flex-col">
      {Array.from({ length: 12 }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <div key={at} className="flex h-10 items-center gap-6 border-line border-b px-5">
          <Skeleton className="h-3 w-24" />
          <Skeleton className="h-3 w-20" />
          <Skeleton className="h-3 max-w-64 flex-1" />
        </div>
      ))}
    </div>
  );
}

function Nothing({ narrowed, onClear }: { narrowed: boolean; onClear(): void }) {
  const text = useText();
  if (narrowed) {
    return (
      <EmptyState icon={FunnelX} title={text('runs.none')} lead={text('runs.none.lead')}>
        <Button onClick={onClear}>{text('runs.clear')}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Activity} title={text('runs.empty')} lead={text('runs.empty.lead')}>
      <a href="/workflows" className={buttonClass()}>
        {text('runs.empty.action')}
      </a>
    </EmptyState>
  );
}
