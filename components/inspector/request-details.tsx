'use client';

import { RotateCcw, Terminal } from 'lucide-react';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { BodyView } from './body-view.tsx';
import { byteText, timeText } from './format.ts';
import { Verdict, Verification } from './request-status.tsx';
import { HeadersTab, QueryTab, RunsTab, TimingTab, VerificationTab } from './request-tabs.tsx';
import type { RequestDetail } from './request-types.ts';
import { type LoadedBody, useBody } from './use-body.ts';

export const detailTabs = ['body', 'headers', 'query', 'verification', 'timing', 'runs'] as const;
export type DetailTab = (typeof detailTabs)[number];

export type RequestDetailsProps = {
  request: RequestDetail;
  tab: DetailTab;
  onTab(tab: DetailTab): void;
  canReplay: boolean;
  replaying: boolean;
  onReplay(): void;
  onCurl(): void;
  onOpen(id: string): void;
};

export function RequestDetails(props: RequestDetailsProps) {
  const { request, tab } = props;
  const text = useText();
  const body = useBody(request.id, request.bodyStored);
  return (
    <>
      <Head {...props} />
      <div role="tablist" className="flex h-9 flex-none overflow-x-auto border-line border-b px-3">
        {detailTabs.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={tab === name}
            aria-controls="request-panel"
            onClick={() => props.onTab(name)}
            className="whitespace-nowrap border-transparent border-b-2 px-2 font-medium text-meta text-text-2 aria-selected:border-text aria-selected:text-text"
          >
            {text(`inspector.tab.${name}`)}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id="request-panel"
        aria-labelledby={`tab-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        <Panel request={request} tab={tab} body={body} />
      </div>
    </>
  );
}

function Head({ request, canReplay, replaying, onReplay, onCurl, onOpen }: RequestDetailsProps) {
  const text = useText();
  const { duplicateOf, replayOf } = request;
  const first = duplicateOf ?? replayOf;
  return (
    <header className="flex flex-none flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="truncate font-semibold text-title">
          {request.event.type ?? text('inspector.noEvent')}
        </h2>
        <Verdict request={request} />
        <Verification request={request} />
      </div>
      <div className="flex flex-wrap items-center gap-x-2 text-meta text-text-3">
        <span className="font-mono">{request.id}</span>
        <CopyButton
          value={request.id}
          label={text('inspector.copyId')}
          copiedLabel={text('inspector.copied')}
        />
        <span className="tabular-nums">{timeText(request.receivedAt)}</span>
        <span>{request.ip}</span>
        <span>{byteText(request.bodySize)}</span>
      </div>
      {first && (
        <button
          type="button"
          onClick={() => onOpen(first)}
          className="min-h-6 self-start text-accent text-meta underline"
        >
          {text(duplicateOf ? 'inspector.duplicateOf' : 'inspector.replayOf')}
        </button>
      )}
      <div className="flex flex-wrap gap-2">
        {canReplay && (
          <Button
            variant="primary"
            icon={RotateCcw}
            busyLabel={replaying && text('inspector.replaying')}
            onClick={onReplay}
          >
            {text('inspector.replay')}
          </Button>
        )}
        <Button icon={Terminal} onClick={onCurl}>
          {text('inspector.curl')}
        </Button>
      </div>
    </header>
  );
}

type PanelProps = Pick<RequestDetailsProps, 'request' | 'tab'> & { body: LoadedBody };

function Panel({ request, tab, body }: PanelProps) {
  const text = useText();
  switch (tab) {
    case 'headers':
      return <HeadersTab request={request} />;
    case 'query':
      return <QueryTab request={request} />;
    case 'verification':
      return <VerificationTab request={request} />;
    case 'timing':
      return <TimingTab request={request} />;
    case 'runs':
      return <RunsTab request={request} />;
    case 'body':
      return (
        <>
          {request.bodyStored < request.bodySize && (
            <p className="px-4 pt-3 text-wait">
              {text('inspector.stored', {
                size: byteText(request.bodySize),
                stored: byteText(request.bodyStored),
              })}
            </p>
          )}
          {body && <BodyView key={request.id} id={request.id} bytes={body.bytes} />}
        </>
      );
  }
}
