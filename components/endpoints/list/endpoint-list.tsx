'use client';

import { DoorOpen, Search, SearchX } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useDeferredValue, useState } from 'react';
import { textCount } from '#lib/i18n/text.ts';
import { type Pages, usePages } from '../../api/use-pages.ts';
import { useShell } from '../../shell/shell-context.ts';
import { TopBar } from '../../shell/top-bar.tsx';
import { useText } from '../../text.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LoadFailed } from '../../ui/load-failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Table } from '../../ui/table.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { Endpoint } from '../endpoint-draft.ts';
import { useActivity } from '../use-activity.ts';
import { useProviders } from '../use-providers.ts';
import { useEndpointColumns } from './endpoint-columns.tsx';
import { NewEndpoint } from './new-endpoint.tsx';

/** `/endpoints`: every webhook URL of the workspace; a row opens its settings over the right side. */
export function EndpointList() {
  const text = useText();
  const { person } = useShell();
  const { query, setQuery } = useQueryInAddress();
  const asked = useDeferredValue(query.trim());
  const pages = usePages<Endpoint>(
    `/api/v1/endpoints?limit=50${asked === '' ? '' : `&q=${encodeURIComponent(asked)}`}`,
  );
  const empty = !pages.loading && !pages.error && pages.items.length === 0;
  const nothingYet = empty && asked === '';
  return (
    <>
      <TopBar title={text('endpoints.title')}>
        {person.role !== 'viewer' && !nothingYet && <NewEndpoint primary />}
      </TopBar>
      {!nothingYet && (
        <div className="flex flex-none items-center gap-3 px-5 py-2.5 max-sm:px-4">
          <Find query={query} onChange={setQuery} />
          <span role="status" className="text-meta text-text-3 max-sm:sr-only">
            {!pages.loading &&
              !pages.hasMore &&
              textCount(text, 'endpoints.count', pages.items.length)}
          </span>
        </div>
      )}
      {pages.error && <LoadFailed failure={pages.error} onRetry={pages.retry} />}
      {pages.loading && !pages.error && <Waiting />}
      {nothingYet && <NothingYet />}
      {empty && !nothingYet && <NothingFound query={asked} onClear={() => setQuery('')} />}
      {pages.items.length > 0 && <Rows pages={pages} />}
    </>
  );
}

function useQueryInAddress() {
  const params = useSearchParams();
  const [query, setShown] = useState(params.get('q') ?? '');
  function setQuery(next: string): void {
    setShown(next);
    const search = new URLSearchParams(window.location.search);
    if (next === '') search.delete('q');
    else search.set('q', next);
    window.history.replaceState(null, '', search.size > 0 ? `?${search}` : '/endpoints');
  }
  return { query, setQuery };
}

function Find({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  const text = useText();
  return (
    <TextInput
      type="search"
      dense
      aria-label={text('endpoints.search')}
      placeholder={text('endpoints.search')}
      value={query}
      onChange={(event) => onChange(event.target.value)}
      className="w-[270px] max-sm:w-full"
      end={<Icon icon={Search} className="order-first ml-2.5 text-text-3" />}
    />
  );
}

function Rows({ pages }: { pages: Pages<Endpoint> }) {
  const text = useText();
  const providers = useProviders();
  const columns = useEndpointColumns(providers);
  const activity = useActivity(pages.items.map(({ id }) => id));
  const params = useSearchParams();
  const opened = params.get('settings');
  const query = params.get('q');
  const rows = pages.items.map((endpoint) => ({ endpoint, activity: activity.get(endpoint.id) }));
  const href = (id: string) =>
    `/endpoints?${new URLSearchParams({ ...(query && { q: query }), settings: id })}`;
  return (
    <div className="border-line border-t">
      <Table
        label={text('endpoints.list')}
        columns={columns}
        rows={rows}
        keyOf={({ endpoint }) => endpoint.id}
        hrefOf={({ endpoint }) => href(endpoint.id)}
        isCurrent={({ endpoint }) => endpoint.id === opened}
      />
      {pages.hasMore && (
        <div className="flex justify-center border-line border-t py-3">
          <Button onClick={pages.loadMore} aria-disabled={pages.loadingMore}>
            {text('ui.showMore')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Waiting() {
  return (
    <div className="border-line border-t pt-7">
      {[1, 2, 3, 4, 5].map((row) => (
        <div key={row} className="flex h-10 items-center gap-2 border-line border-b px-5">
          <Skeleton className="size-5" />
          <Skeleton className="h-3 w-[220px]" />
        </div>
      ))}
    </div>
  );
}

function NothingYet() {
  const text = useText();
  const { person } = useShell();
  return (
    <EmptyState
      icon={DoorOpen}
      title={text('endpoints.empty.title')}
      lead={text('endpoints.empty.lead')}
    >
      {person.role !== 'viewer' && <NewEndpoint primary />}
    </EmptyState>
  );
}

function NothingFound({ query, onClear }: { query: string; onClear: () => void }) {
  const text = useText();
  return (
    <EmptyState
      icon={SearchX}
      title={text('endpoints.none.title')}
      lead={text('endpoints.none.lead', { query })}
    >
      <Button onClick={onClear}>{text('endpoints.none.clear')}</Button>
    </EmptyState>
  );
}
