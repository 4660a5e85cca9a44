'use client';

import { Pause, Play } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { indexOfId } from '../live/live-list.ts';
import { useKeys } from '../live/use-keys.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { copyText } from '../ui/copy-text.ts';
import { TextInput } from '../ui/text-input.tsx';
import { AccountingBar } from './accounting-bar.tsx';
import { copyAsCurl, replay } from './request-actions.ts';
import { type DetailTab, detailTabs, RequestDetails } from './request-details.tsx';
import { type RequestFilter, readFilter, writeFilter } from './request-filter.ts';
import { RequestGrid } from './request-grid.tsx';
import type { RequestDetail, Topic } from './request-types.ts';
import { useRequestDetail } from './use-request-detail.ts';
import { useRequests } from './use-requests.ts';
import { useStats } from './use-stats.ts';

const arrows: Record<string, string> = { ArrowDown: 'j', ArrowUp: 'k' };

export type InspectorProps = { topic: Topic; canReplay: boolean; firstId?: string };

/** What arrives, live, and beside it the one that was chosen. */
export function Inspector({ topic, canReplay, firstId }: InspectorProps) {
  const text = useText();
  const [selected, setSelected] = useState(firstId);
  const [tab, setTab] = useState<DetailTab>('body');
  const { filter, change } = useAddressFilter();
  const [paused, setPaused] = useState(false);
  const [top, setTop] = useState(true);
  const requests = useRequests(topic, filter, paused || !top);
  const { rows, held, fresh } = requests.list;
  const stats = useStats(topic, requests.list);
  const chosen = selected === undefined ? undefined : rows[indexOfId(rows, selected)];
  const { detail, failure } = useRequestDetail(selected, chosen?.outcome);
  const actions = useActions(detail, setSelected);
  const move = (by: number) => {
    const at = selected === undefined ? -1 : indexOfId(rows, selected);
    setSelected(rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.id ?? selected);
  };
  const does: Record<string, () => void> = {
    ...Object.fromEntries(detailTabs.map((name, at) => [String(at + 1), () => setTab(name)])),
    j: () => move(1),
    k: () => move(-1),
    ' ': () => setPaused(!paused),
    c: actions.onCurl,
    ...(canReplay && { r: actions.onReplay }),
  };
  useKeys((key) => {
    const named = arrows[key] ?? key;
    does[named]?.();
    return named in does;
  });
  return (
    <div className="grid h-[calc(100dvh-var(--foot,0px))] min-h-[480px] grid-cols-[minmax(0,1fr)_minmax(0,1fr)] bg-surface max-md:h-auto max-md:grid-cols-1">
      <section
        aria-label={text('inspector.title')}
        className="flex min-h-0 flex-col border-line border-r max-md:h-[480px]"
      >
        <AccountingBar
          stats={stats}
          outcome={filter.outcome}
          onOutcome={(outcome) => change({ ...filter, outcome: outcome ?? '' })}
        />
        <FilterBar {...{ filter, change, paused }} onPause={() => setPaused(!paused)} />
        {held.length > 0 && (
          <button
            type="button"
            onClick={requests.release}
            className="min-h-8 bg-accent-soft font-medium text-accent"
          >
            {text('inspector.new', { count: held.length })}
          </button>
        )}
        {requests.failed && (
          <p role="alert" className="flex items-center gap-3 px-4 py-2 text-bad">
            {text('inspector.loadFailed')}
            <Button size="sm" onClick={requests.restart}>
              {text('inspector.again')}
            </Button>
          </p>
        )}
        <RequestGrid
          {...{ rows, fresh, selected }}
          onSelect={setSelected}
          onEnd={requests.older}
          onTop={setTop}
        />
        <Foot empty={rows.length === 0 && requests.list.nextCursor === null} filter={filter} />
      </section>
      <section aria-label={text('inspector.details')} className="flex min-h-0 flex-col">
        <p role="status" className={actions.said ? 'px-4 pt-3 text-meta text-text-2' : 'sr-only'}>
          {actions.said}
        </p>
        {failure && <p className="p-4 text-bad">{failure}</p>}
        {selected === undefined && <p className="p-4 text-text-3">{text('inspector.choose')}</p>}
        {detail && (
          <RequestDetails
            request={detail}
            {...{ tab, canReplay }}
            {...actions}
            onTab={setTab}
            onOpen={setSelected}
          />
        )}
      </section>
    </div>
  );
}

/** What people do with the chosen request, and what is said about it afterwards. */
function useActions(detail: RequestDetail | null, open: (id: string) => void) {
  const text = useText();
  const [said, setSaid] = useState('');
  const [replaying, setReplaying] = useState(false);
  const tell = (work: Promise<string>) =>
    work.then(setSaid, (cause: Error) => setSaid(cause.message));
  const copied = (done: boolean) => text(done ? 'inspector.copied' : 'inspector.copyFailed');
  return {
    said,
    replaying,
    onCopy: (value: string) => void tell(copyText(value).then(copied)),
    onCurl: () => {
      if (detail) void tell(copyAsCurl(detail).then(copied));
    },
    onReplay: () => {
      if (!detail || replaying) return;
      setReplaying(true);
      const work = replay(detail.id).then((id) => {
        open(id);
        return text('inspector.replayed');
      });
      void tell(work).finally(() => setReplaying(false));
    },
  };
}

function useAddressFilter() {
  const address = useSearchParams();
  const router = useRouter();
  const filter = readFilter(new URLSearchParams(address));
  const change = (next: RequestFilter) => {
    const query = writeFilter(next, new URLSearchParams(address)).toString();
    router.replace(query === '' ? '?' : `?${query}`, { scroll: false });
  };
  return { filter, change };
}

type FilterBarProps = {
  filter: RequestFilter;
  change(filter: RequestFilter): void;
  paused: boolean;
  onPause(): void;
};

function FilterBar({ filter, change, paused, onPause }: FilterBarProps) {
  const text = useText();
  return (
    <form
      className="flex flex-wrap items-center gap-2 px-4 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        const q = new FormData(event.currentTarget).get('q');
        change({ ...filter, q: typeof q === 'string' ? q : '' });
      }}
    >
      <TextInput
        key={filter.q ?? ''}
        name="q"
        type="search"
        defaultValue={filter.q ?? ''}
        aria-label={text('inspector.search')}
        placeholder={text('inspector.search')}
        className="min-w-0 flex-1"
      />
      {Object.keys(filter).length > 0 && (
        <Button variant="ghost" onClick={() => change({})}>
          {text('inspector.clear')}
        </Button>
      )}
      <Button icon={paused ? Play : Pause} aria-pressed={paused} onClick={onPause}>
        {text(paused ? 'inspector.resume' : 'inspector.pause')}
      </Button>
    </form>
  );
}

function Foot({ empty, filter }: { empty: boolean; filter: RequestFilter }) {
  const text = useText();
  const filtered = Object.keys(filter).length > 0;
  return (
    <p
      className={classNames(
        'flex-none border-line border-t px-4 py-2 text-meta text-text-3',
        !empty && 'max-md:hidden',
      )}
    >
      {empty
        ? text(filtered ? 'inspector.emptyFilter' : 'inspector.empty')
        : text('inspector.keys')}
    </p>
  );
}
