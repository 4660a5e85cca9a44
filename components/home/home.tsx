'use client';

import { useState } from 'react';
import type { OverviewAnswer } from '#lib/contracts/overview.ts';
import { useRead } from '../api/use-read.ts';
import { TopBar } from '../shell/top-bar.tsx';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { NewWorkflowButton } from '../workflows/new-workflow-button.tsx';
import { Busiest } from './busiest.tsx';
import { NeedList } from './need-list.tsx';
import { OutcomeChart } from './outcome-chart.tsx';
import { Reasons } from './reasons.tsx';
import { Sums } from './sums.tsx';
import { Welcome } from './welcome.tsx';
import { WorkflowList } from './workflow-list.tsx';

const homeWindows = ['24h', '7d'] as const;
export type HomeWindow = (typeof homeWindows)[number];

export type HomeProps = {
  initial: OverviewAnswer;
  initialWindow: HomeWindow;
  /** Unix ms, when `initial` was read. */
  readAt: number;
};

const everyMs = 15_000;

/** What needs a person, what came and what it came to. Read again every 15 s while looked at. */
export function Home({ initial, initialWindow, readAt }: HomeProps) {
  const text = useText();
  const [window, setWindow] = useState(initialWindow);
  const read = useRead<OverviewAnswer>(`/api/v1/overview?window=${window}`, {
    every: everyMs,
    keep: true,
    ...(window === initialWindow && { initial, initialAt: readAt }),
  });
  const data = read.data ?? initial;
  const isNew = data.workflows.total === 0 && data.endpoints === 0;
  const choose = (next: HomeWindow) => {
    setWindow(next);
    history.replaceState(history.state, '', next === '24h' ? '/' : `/?window=${next}`);
  };
  return (
    <>
      <TopBar title={text('home.title')}>
        {!isNew && (
          <Segmented
            label={text('home.window')}
            value={window}
            onChange={choose}
            options={homeWindows.map((value) => ({ value, label: text(`home.window.${value}`) }))}
          />
        )}
        {!isNew && <NewWorkflowButton compact />}
      </TopBar>
      {isNew ? (
        <Welcome />
      ) : (
        <div className="flex flex-col gap-4 px-5 py-4 max-sm:px-4">
          {read.isError && <StaleNote onAgain={() => void read.refetch()} />}
          <Overview data={data} window={window} now={read.dataUpdatedAt || readAt} />
        </div>
      )}
    </>
  );
}

type OverviewProps = { data: OverviewAnswer; window: HomeWindow; now: number };

function Overview({ data, window, now }: OverviewProps) {
  const text = useText();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_304px] gap-4 max-xl:grid-cols-1">
      <div className="flex min-w-0 flex-col gap-4">
        <NeedList needs={data.needs} />
        <section
          aria-label={text('home.outcomes')}
          className="rounded-md bg-surface inset-ring inset-ring-line"
        >
          <Sums totals={data.totals} window={window} />
          <OutcomeChart data={data} />
        </section>
        <WorkflowList workflows={data.workflows} now={now} />
      </div>
      <aside
        aria-label={text('home.aside')}
        className="grid content-start gap-4 sm:max-xl:grid-cols-2"
      >
        <Busiest endpoints={data.busiest} />
        <Reasons byReason={data.totals.byReason} />
      </aside>
    </div>
  );
}

function StaleNote({ onAgain }: { onAgain: () => void }) {
  const text = useText();
  return (
    <div className="flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <Alert message={text('home.stale')} />
      </div>
      <Button onClick={onAgain}>{text('home.again')}</Button>
    </div>
  );
}
