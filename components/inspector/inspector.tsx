'use client';

import { lazy, Suspense, useState } from 'react';
import { type Text, textCount } from '#lib/i18n/text.ts';
import { ArrivalsSaid } from '../live/arrivals-said.tsx';
import { LiveGrid } from '../live/live-grid.tsx';
import { indexOfId, type LiveList } from '../live/live-list.ts';
import { NewRowsBar } from '../live/new-rows-bar.tsx';
import { useText } from '../text.tsx';
import { classNames } from '../ui/class-names.ts';
import { WorkflowTabs } from '../workflows/workflow-tabs.tsx';
import { AccountingBar } from './accounting-bar.tsx';
import { DetailArea } from './detail-area.tsx';
import type { DetailTab } from './detail-tabs.ts';
import { FilterBar } from './filter-bar.tsx';
import { ForgedQuestion } from './forged-question.tsx';
import { InspectorBar, type InspectorBarProps } from './inspector-bar.tsx';
import { InspectorNotices } from './inspector-notices.tsx';
import type { RequestFilter } from './request-filter.ts';
import type { RequestSummary, Topic } from './request-types.ts';
import { useAddressFilter } from './use-address-filter.ts';
import { useChosenRequest } from './use-chosen-request.ts';
import { useInspectorKeys } from './use-inspector-keys.ts';
import { useRequestActions } from './use-request-actions.ts';
import { useRequestLook } from './use-request-look.ts';
import { useRequests } from './use-requests.ts';
import { useStats } from './use-stats.ts';

const ReplayNews = lazy(() =>
  import('./replay-news.tsx').then((module) => ({ default: module.ReplayNews })),
);

export type InspectorProps = Pick<InspectorBarProps, 'endpoint' | 'workflow'> & {
  topic: Topic;
  canReplay: boolean;
  firstId?: string;
};

/** What arrives, live, and beside it the one that was chosen. */
export function Inspector({ topic, canReplay, firstId, endpoint, workflow }: InspectorProps) {
  const text = useText();
  const chosen = useChosenRequest(firstId);
  const { selected, detail, editing, setEditing, open, saw, reread } = chosen;
  const [tab, setTab] = useState<DetailTab>('body');
  const { filter, wrong, change, narrow } = useAddressFilter();
  const [paused, setPaused] = useState(false);
  const [top, setTop] = useState(true);
  const requests = useRequests({ topic, filter, hold: paused || !top, saw, reread });
  const { rows, held, heldBeyond, fresh } = requests.list;
  const stats = useStats(topic, filter, requests.list);
  const actions = useRequestActions(detail, chosen.replays.replayed);
  const look = useRequestLook(topic, rows);
  const edit = () => detail && canReplay && setEditing(true);
  useInspectorKeys({
    ...{ rows, selected, open, setTab, actions, canReplay, edit },
    pause: () => setPaused(!paused),
    back: () => (editing ? setEditing(false) : open(undefined)),
  });
  return (
    <>
      <InspectorBar
        {...{ endpoint, workflow, paused }}
        state={requests.state}
        onPause={() => setPaused(!paused)}
      />
      <div className="flex h-work flex-col">
        {workflow && <WorkflowTabs id={workflow.id} current="requests" />}
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(0,46%)] bg-surface max-xl:grid-cols-[minmax(0,1fr)_480px] max-lg:block">
          <section
            aria-label={text('inspector.title')}
            className={classNames(
              'flex h-full min-h-0 min-w-0 flex-col border-line border-r',
              selected !== undefined && 'max-lg:hidden',
            )}
          >
            <AccountingBar
              stats={stats}
              outcome={filter.outcome}
              onOutcome={(outcome) => narrow({ outcome: outcome ?? '' })}
            />
            <FilterBar
              filter={filter}
              narrow={searchAnew(narrow, open)}
              onClear={() => change({})}
            />
            <InspectorNotices
              {...{ wrong, filter, requests }}
              onClear={() => change({})}
              onDrop={() => change(filter)}
            />
            {held.length > 0 && (
              <NewRowsBar
                label={textCount(text, 'inspector.new', held.length + heldBeyond)}
                onShow={requests.release}
              />
            )}
            {!requests.empty && (
              <LiveGrid
                label={text('inspector.title')}
                {...{ look, rows, fresh, selected }}
                onSelect={open}
                onEnd={requests.older}
                onTop={setTop}
              />
            )}
            <Keys canReplay={canReplay} />
          </section>
          <DetailArea
            {...{ chosen, tab, canReplay, actions }}
            listed={isListed(requests.list, selected)}
            onEdit={edit}
            onTab={setTab}
            onFilter={narrow}
          />
        </div>
      </div>
      <Suspense>{chosen.replays.awaited.length > 0 && <ReplayNews {...chosen.replays} />}</Suspense>
      <ForgedQuestion actions={actions} />
      <ArrivalsSaid list={requests.list} say={(came) => sayArrivals(came, text)} />
    </>
  );
}

/** Until the first page is there nobody can say that it isn't. */
function isListed({ rows, held, nextCursor }: LiveList<RequestSummary>, id: string | undefined) {
  return (
    nextCursor === undefined ||
    [held, rows].some((some) => id !== undefined && indexOfId(some, id) >= 0)
  );
}

function Keys({ canReplay }: { canReplay: boolean }) {
  const text = useText();
  return (
    <p className="flex-none border-line border-t px-4 py-2 text-meta text-text-3 max-sm:hidden">
      {text(canReplay ? 'inspector.keys' : 'inspector.keysViewer')}
    </p>
  );
}

/** What was found before must not be taken for what is searched for now. */
function searchAnew(narrow: (part: RequestFilter) => void, open: (id: undefined) => void) {
  return (part: RequestFilter) => {
    if (part.q !== undefined) open(undefined);
    narrow(part);
  };
}

function sayArrivals(came: readonly RequestSummary[], text: Text): string {
  const what = textCount(text, 'inspector.new', came.length);
  const rejected = came.filter(({ verdict }) => verdict === 'rejected').length;
  if (rejected === 0) return what;
  return textCount(text, 'inspector.said.rejected', { count: rejected, what });
}
