'use client';

import { Inbox } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { failureWords } from '../api/failure-words.ts';
import { useText } from '../text.tsx';
import { classNames } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useAhead } from '../ui/use-ahead.ts';
import type { DetailTab } from './detail-tabs.ts';
import type { RequestFilter } from './request-filter.ts';
import type { RequestDetail } from './request-types.ts';
import { useBody } from './use-body.ts';
import type { ChosenRequest } from './use-chosen-request.ts';
import type { RequestActions } from './use-request-actions.ts';

const loadDetails = () => import('./request-details.tsx');
const RequestDetails = lazy(() =>
  loadDetails().then((module) => ({ default: module.RequestDetails })),
);
const EditPane = lazy(() =>
  import('./edit-pane.tsx').then((module) => ({ default: module.EditPane })),
);

export type DetailAreaProps = {
  chosen: ChosenRequest;
  /** Whether it is a row of the list, too. */
  listed: boolean;
  tab: DetailTab;
  canReplay: boolean;
  actions: RequestActions;
  onTab(tab: DetailTab): void;
  onEdit(): void;
  onFilter(filter: RequestFilter): void;
};

/** Beside the list, or over it where there is no room for both. */
export function DetailArea(props: DetailAreaProps) {
  const { chosen, listed, tab, canReplay, actions } = props;
  const { selected, detail, failure, open, replays } = chosen;
  const editing = chosen.editing && canReplay;
  const text = useText();
  useAhead(loadDetails);
  return (
    <section
      aria-label={text('inspector.details')}
      className={classNames(
        'flex h-full min-h-0 min-w-0 flex-col',
        selected === undefined && 'max-lg:hidden',
      )}
    >
      {selected === undefined && (
        <EmptyState
          icon={Inbox}
          title={text('inspector.chooseTitle')}
          lead={text('inspector.choose')}
        />
      )}
      {failure && (
        <p role="alert" className="p-4 text-bad">
          {failureWords(failure, text)}
        </p>
      )}
      {selected !== undefined && !detail && !failure && <Loading />}
      <Suspense fallback={<Loading />}>
        {detail && editing && (
          <Editing
            key={detail.id}
            request={detail}
            actions={actions}
            onClose={() => chosen.setEditing(false)}
          />
        )}
        {detail && !editing && (
          <RequestDetails
            request={detail}
            {...{ tab, canReplay, listed }}
            replaying={actions.replaying}
            onReplay={() => actions.onReplay({})}
            onCurl={actions.onCurl}
            onEdit={props.onEdit}
            onOpen={open}
            onSentOn={(rerun) => replays.sentOn(detail, rerun)}
            onTab={props.onTab}
            onFilter={props.onFilter}
            onClose={() => open(undefined)}
          />
        )}
      </Suspense>
    </section>
  );
}

type EditingProps = { request: RequestDetail; actions: RequestActions; onClose(): void };

/** Editing begins once the whole body is here. */
function Editing({ request, actions, onClose }: EditingProps) {
  const { body, failed, more } = useBody(request.id, request.bodyStored);
  if (body && !body.whole && !failed) more();
  if (!body?.whole) return <Loading />;
  return (
    <EditPane
      request={request}
      body={body}
      replaying={actions.replaying}
      onReplay={actions.onReplay}
      onClose={onClose}
    />
  );
}

function Loading() {
  return (
    <div className="flex flex-col gap-3 p-4">
      <Skeleton className="h-5 w-52" />
      <Skeleton className="h-3 w-72" />
      <Skeleton className="h-7 w-60" />
      <Skeleton className="mt-4 h-40" />
    </div>
  );
}
