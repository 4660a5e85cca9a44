'use client';

import { ArrowLeft } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { BodyView } from './body-view.tsx';
import { type DetailTab, detailTabs } from './detail-tabs.ts';
import { RawTab } from './raw-tab.tsx';
import type { RequestFilter } from './request-filter.ts';
import { RequestHead, type RequestHeadProps } from './request-head.tsx';
import { HeadersTab, QueryTab, TimingTab, VerificationTab } from './request-tabs.tsx';
import type { RequestDetail } from './request-types.ts';
import { RunsTab } from './runs-tab.tsx';
import { type BodyState, useBody } from './use-body.ts';

export type RequestDetailsProps = RequestHeadProps & {
  tab: DetailTab;
  onTab(tab: DetailTab): void;
  onFilter(filter: RequestFilter): void;
  /** Whether the list has a row of it. */
  listed: boolean;
  /** Back to the list, where this lies over it or isn't in it. */
  onClose(): void;
};

export function RequestDetails(props: RequestDetailsProps) {
  const { request, tab, listed, onTab, onClose } = props;
  const text = useText();
  const loaded = useBody(request.id, request.bodyStored);
  return (
    <>
      {listed ? (
        <IconButton
          icon={ArrowLeft}
          label={text('inspector.back')}
          onClick={onClose}
          className="mt-2 ml-2 lg:hidden"
        />
      ) : (
        <div className="flex flex-none flex-wrap items-center justify-between gap-x-3 border-line border-b bg-sunken py-1.5 pr-4 pl-2 text-meta text-text-2">
          <Button variant="ghost" icon={ArrowLeft} onClick={onClose} className="max-sm:h-11">
            {text('inspector.back')}
          </Button>
          <span>{text('inspector.unlisted')}</span>
        </div>
      )}
      <RequestHead {...props} />
      <Tabs request={request} tab={tab} onTab={onTab} />
      <div
        role="tabpanel"
        id="request-panel"
        aria-labelledby={`tab-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2 max-sm:pb-17"
      >
        <Panel key={request.id} {...{ request, tab, loaded }} onFilter={props.onFilter} />
      </div>
    </>
  );
}

type TabsProps = { request: RequestDetail; tab: DetailTab; onTab(tab: DetailTab): void };

function Tabs({ request, tab, onTab }: TabsProps) {
  const text = useText();
  const counts: Partial<Record<DetailTab, number>> = {
    headers: request.headers.length,
    query: [...new URLSearchParams(request.query)].length,
    runs: request.runs.length,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const at = (detailTabs.indexOf(tab) + by + detailTabs.length) % detailTabs.length;
    const next = detailTabs[at] ?? tab;
    onTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div
      role="tablist"
      aria-label={text('inspector.details')}
      onKeyDown={onKeyDown}
      className="flex h-9 flex-none gap-0.5 overflow-x-auto border-line border-b px-2 max-sm:h-11"
    >
      {detailTabs.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={tab === name}
          aria-controls="request-panel"
          tabIndex={tab === name ? 0 : -1}
          onClick={() => onTab(name)}
          className={classNames(
            'flex items-center gap-[5px] whitespace-nowrap border-b-2 px-2 font-medium text-meta focus-visible:-outline-offset-2',
            tab === name
              ? 'border-text text-text'
              : 'border-transparent text-text-2 hover:text-text',
          )}
        >
          {text(`inspector.tab.${name}`)}
          {counts[name] !== undefined && (
            <span className="text-micro text-text-3 tabular-nums">{counts[name]}</span>
          )}
        </button>
      ))}
    </div>
  );
}

type PanelProps = {
  request: RequestDetail;
  tab: DetailTab;
  loaded: BodyState;
  onFilter(filter: RequestFilter): void;
};

function Panel({ request, tab, loaded, onFilter }: PanelProps) {
  switch (tab) {
    case 'headers':
      return <HeadersTab request={request} />;
    case 'query':
      return <QueryTab request={request} />;
    case 'raw':
      return <RawTab request={request} loaded={loaded} />;
    case 'verification':
      return <VerificationTab request={request} />;
    case 'timing':
      return <TimingTab request={request} />;
    case 'runs':
      return <RunsTab request={request} />;
    case 'body':
      return <BodyView {...{ request, loaded, onFilter }} />;
  }
}
