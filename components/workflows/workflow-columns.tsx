'use client';

import { number } from '#lib/i18n/quantity.ts';
import { ago } from '#lib/i18n/time.ts';
import { useProviders } from '../endpoints/use-providers.ts';
import { useText } from '../text.tsx';
import type { Column } from '../ui/table.tsx';
import { useNow } from '../use-now.ts';
import { ListensTo } from './listens-to.tsx';
import { TickBox } from './tick-box.tsx';
import type { Ticks } from './ticks.ts';
import type { WorkflowActions } from './use-workflow-actions.ts';
import { WorkflowAttention } from './workflow-attention.tsx';
import { WorkflowMenu } from './workflow-menu.tsx';
import { WorkflowName } from './workflow-name.tsx';
import { WorkflowStatus } from './workflow-status.tsx';
import type { WorkflowRow } from './workflow-types.ts';

export type ColumnsProps = {
  canEdit: boolean;
  actions: WorkflowActions;
  ticks: Ticks;
  /** The workflow whose name is being changed in its row. */
  renaming: string | null;
  setRenaming(id: string | null): void;
};

export function useWorkflowColumns(props: ColumnsProps): Column<WorkflowRow>[] {
  const { canEdit, actions, ticks, renaming, setRenaming } = props;
  const text = useText();
  const now = useNow();
  const last = ({ activity }: WorkflowRow) =>
    activity?.lastRun ? ago(Date.parse(activity.lastRun.at), now, text.locale) : '–';
  return [
    ...(canEdit ? [tickColumn(text, ticks)] : []),
    {
      key: 'name',
      label: text('workflows.column.name'),
      title: true,
      cell: ({ workflow }) =>
        renaming === workflow.id ? (
          <span className="relative z-1">
            <WorkflowName workflow={workflow} canEdit onDone={() => setRenaming(null)} />
          </span>
        ) : (
          workflow.name
        ),
    },
    {
      key: 'status',
      label: text('workflows.column.status'),
      second: true,
      cell: ({ workflow }) => <WorkflowStatus workflow={workflow} />,
    },
    {
      key: 'listens',
      label: text('workflows.column.listens'),
      from: 'lg',
      width: '220px',
      cell: ({ activity }) => <Listening activity={activity} />,
    },
    {
      key: 'steps',
      label: text('workflows.column.steps'),
      numeric: true,
      from: 'xl',
      cell: ({ workflow }) => number(workflow.nodes.length, text.locale),
    },
    {
      key: 'runs',
      label: text('workflows.column.runs'),
      numeric: true,
      from: 'md',
      cell: ({ activity }) => activity && runsText(activity, text.locale),
    },
    {
      key: 'attention',
      label: text('workflows.column.attention'),
      second: true,
      cell: (row) => <WorkflowAttention row={row} />,
    },
    {
      key: 'last',
      label: text('workflows.column.last'),
      from: 'md',
      cell: (row) => <span className="text-text-2">{last(row)}</span>,
    },
    {
      key: 'actions',
      label: text('workflows.column.actions'),
      hideLabel: true,
      cell: ({ workflow }) => (
        <WorkflowMenu
          workflow={workflow}
          canEdit={canEdit}
          actions={actions}
          onRename={() => setRenaming(workflow.id)}
        />
      ),
    },
  ];
}

function Listening({ activity }: { activity: WorkflowRow['activity'] }) {
  const providers = useProviders();
  return activity ? <ListensTo activity={activity} providers={providers} /> : null;
}

function runsText({ runs, capped }: { runs: number; capped: boolean }, locale: 'en' | 'ja') {
  return `${number(runs, locale)}${capped ? '+' : ''}`;
}

function tickColumn(text: ReturnType<typeof useText>, ticks: Ticks): Column<WorkflowRow> {
  return {
    key: 'tick',
    label: text('workflows.column.tick'),
    from: 'sm',
    width: '44px',
    head: (
      <TickBox
        label={text('workflows.tick.all')}
        checked={ticks.all === 'all'}
        partly={ticks.all === 'some'}
        onToggle={ticks.toggleAll}
      />
    ),
    cell: ({ workflow }) => (
      <TickBox
        label={text('workflows.tick', { name: workflow.name })}
        checked={ticks.on.has(workflow.id)}
        onToggle={(range) => ticks.toggle(workflow.id, range)}
      />
    ),
  };
}
