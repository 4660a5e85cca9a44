'use client';

import { Inbox } from 'lucide-react';
import { useText } from '../text.tsx';
import { classNames } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EditPane } from './edit-pane.tsx';
import { type DetailTab, RequestDetails } from './request-details.tsx';
import type { RequestFilter } from './request-filter.ts';
import type { RequestDetail } from './request-types.ts';
import { useBody } from './use-body.ts';
import type { RequestActions } from './use-request-actions.ts';

export type DetailAreaProps = {
  selected: string | undefined;
  detail: RequestDetail | null;
  failure: string;
  tab: DetailTab;
  canReplay: boolean;
  editing: boolean;
  actions: RequestActions;
  open(id: string | undefined): void;
  onTab(tab: DetailTab): void;
  onEdit(): void;
  onEditEnd(): void;
  onFilter(filter: RequestFilter): void;
};

/** Beside the list, or over it where there is no room for both. */
export function DetailArea(props: DetailAreaProps) {
  const { selected, detail, failure, tab, canReplay, editing, actions, open } = props;
  const text = useText();
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
          {failure}
        </p>
      )}
      {selected !== undefined && !detail && !failure && <Loading />}
      {detail && editing && (
        <Editing key={detail.id} request={detail} actions={actions} onClose={props.onEditEnd} />
      )}
      {detail && !editing && (
        <RequestDetails
          request={detail}
          {...{ tab, canReplay }}
          replaying={actions.replaying}
          onReplay={() => actions.onReplay({})}
          onCurl={actions.onCurl}
          onEdit={props.onEdit}
          onOpen={open}
          onTab={props.onTab}
          onFilter={props.onFilter}
          onClose={() => open(undefined)}
        />
      )}
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
      onReplay={(changes) => actions.onReplay(changes, onClose)}
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
