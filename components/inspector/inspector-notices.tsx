'use client';

import { FunnelX, Inbox } from 'lucide-react';
import type { ReactNode } from 'react';
import { textCount } from '#lib/i18n/text.ts';
import { shortMoment } from '#lib/i18n/time.ts';
import { failureWords } from '../api/failure-words.ts';
import { useClock } from '../clock.tsx';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { RequestFilter } from './request-filter.ts';
import type { useRequests } from './use-requests.ts';
import type { Search } from './use-search.ts';

export type InspectorNoticesProps = {
  /** Values of the address that no filter takes. */
  wrong: readonly string[];
  filter: RequestFilter;
  requests: ReturnType<typeof useRequests>;
  onClear(): void;
  onDrop(): void;
};

/** Why the list isn't what somebody may expect, and the way on. */
export function InspectorNotices(props: InspectorNoticesProps) {
  const { wrong, filter, requests, onClear, onDrop } = props;
  const text = useText();
  const { failure } = requests;
  return (
    <>
      {wrong.length > 0 && (
        <Notice message={text('runs.wrong', { value: wrong.join(', ') })}>
          <Button size="sm" onClick={onDrop}>
            {text('runs.drop')}
          </Button>
        </Notice>
      )}
      {failure && (
        <Notice message={text('inspector.loadFailed', { detail: failureWords(failure, text) })} bad>
          <Button size="sm" onClick={requests.restart}>
            {text('inspector.again')}
          </Button>
        </Notice>
      )}
      {requests.search && (
        <SearchProgress
          search={requests.search}
          found={requests.list.rows.length}
          stop={requests.stop}
        />
      )}
      {requests.empty && <Empty filter={filter} onClear={onClear} />}
    </>
  );
}

type SearchProgressProps = { search: Search; found: number; stop(stops: boolean): void };

/** How far back a search has come, which nobody would wait for in silence. */
function SearchProgress({ search, found, stop }: SearchProgressProps) {
  const text = useText();
  const clock = useClock();
  const at = shortMoment(new Date(search.searchedTo), clock);
  return (
    <p
      role="status"
      className="flex flex-none flex-wrap items-center gap-3 border-line border-t px-4 py-2 text-text-2"
    >
      {textCount(text, search.goesOn ? 'inspector.searching' : 'inspector.searched', {
        count: found,
        at,
      })}
      <Button size="sm" onClick={() => stop(search.goesOn)}>
        {text(search.goesOn ? 'inspector.searchStop' : 'inspector.searchOn')}
      </Button>
    </p>
  );
}

function Empty({ filter, onClear }: { filter: RequestFilter; onClear(): void }) {
  const text = useText();
  if (Object.keys(filter).length === 0) {
    return (
      <EmptyState
        icon={Inbox}
        title={text('inspector.emptyTitle')}
        lead={text('inspector.empty')}
      />
    );
  }
  return (
    <EmptyState
      icon={FunnelX}
      title={text('inspector.noneTitle')}
      lead={text(filter.q ? 'inspector.emptySearch' : 'inspector.emptyFilter')}
    >
      <Button onClick={onClear}>{text('inspector.clear')}</Button>
    </EmptyState>
  );
}

type NoticeProps = { message: string; bad?: boolean; children: ReactNode };

function Notice({ message, bad, children }: NoticeProps) {
  return (
    <p
      role="alert"
      className={`flex flex-none flex-wrap items-center gap-3 border-line border-t px-4 py-2 ${bad ? 'bg-bad-soft text-bad' : 'bg-wait-soft text-wait'}`}
    >
      {message}
      {children}
    </p>
  );
}
