'use client';

import { SearchX } from 'lucide-react';
import { useShell } from '../shell/shell-context.ts';
import { TopBar } from '../shell/top-bar.tsx';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LoadFailed } from '../ui/load-failed.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ListFoot } from './list-foot.tsx';
import { ListTools } from './list-tools.tsx';
import { shownRows } from './list-view.ts';
import { NewWorkflowButton } from './new-workflow-button.tsx';
import { useView } from './use-view.ts';
import { useWorkflowRows } from './use-workflow-rows.ts';
import { WorkflowRows } from './workflow-rows.tsx';
import { WorkflowsEmpty } from './workflows-empty.tsx';

/** `/workflows`: all of them, what they did lately and what needs somebody. */
export function WorkflowList() {
  const text = useText();
  const { person } = useShell();
  const { rows, loading, failure, retry } = useWorkflowRows();
  const { view, setView } = useView();
  const shown = shownRows(rows, view);
  const canEdit = person.role !== 'viewer';
  const empty = !loading && failure === null && rows.length === 0;
  return (
    <>
      <TopBar
        title={
          <>
            {text('workflows.title')}{' '}
            {rows.length > 0 && (
              <span className="font-medium text-meta text-text-3 tabular-nums">{rows.length}</span>
            )}
          </>
        }
      >
        {!empty && <NewWorkflowButton />}
      </TopBar>
      {failure && <LoadFailed failure={failure} onRetry={retry} />}
      {loading && <Waiting />}
      {empty && <WorkflowsEmpty canEdit={canEdit} />}
      {rows.length > 0 && (
        <>
          <ListTools rows={rows} view={view} onChange={setView} />
          {shown.length > 0 ? (
            <WorkflowRows rows={shown} canEdit={canEdit} />
          ) : (
            <EmptyState
              icon={SearchX}
              title={text('workflows.none.title')}
              lead={text('workflows.none.lead')}
            >
              <Button onClick={() => setView({ ...view, q: '', status: null })}>
                {text('workflows.none.clear')}
              </Button>
            </EmptyState>
          )}
          <ListFoot rows={rows} />
        </>
      )}
    </>
  );
}

function Waiting() {
  return (
    <div className="pt-[76px]">
      {[1, 2, 3, 4, 5, 6].map((row) => (
        <div key={row} className="flex h-10 items-center gap-2 border-line border-b px-5">
          <Skeleton className="size-5" />
          <Skeleton className="h-3 w-[220px]" />
        </div>
      ))}
    </div>
  );
}
