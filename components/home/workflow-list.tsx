'use client';

import { ArrowRight, CircleX, Hourglass } from 'lucide-react';
import Link from 'next/link';
import type { OverviewAnswer } from '#lib/contracts/overview.ts';
import { number } from '#lib/i18n/quantity.ts';
import { type Text, textCount } from '#lib/i18n/text.ts';
import { ago } from '#lib/i18n/time.ts';
import { useText } from '../text.tsx';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon.tsx';
import { Status } from '../ui/status.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { statusLooks } from '../workflows/status-looks.ts';

type Workflow = OverviewAnswer['workflows']['items'][number];

export type WorkflowListProps = {
  workflows: OverviewAnswer['workflows'];
  /** Unix ms: what "ago" is counted from. */
  now: number;
};

/** Those that ran last. */
export function WorkflowList({ workflows, now }: WorkflowListProps) {
  const text = useText();
  return (
    <Card
      title={text('home.workflows')}
      count={workflows.total}
      end={
        <Link
          href="/workflows"
          className="flex min-h-6 items-center gap-1 rounded-sm text-meta text-text-2 hover:text-text"
        >
          {text('home.workflows.all')}
          <Icon icon={ArrowRight} size={12} />
        </Link>
      }
    >
      {workflows.total === 0 ? (
        <p className="px-4 py-4 text-text-2">{text('home.workflows.none')}</p>
      ) : (
        <Table
          label={text('home.workflows')}
          columns={columnsOf(text, now)}
          rows={workflows.items}
          keyOf={({ id }) => id}
          hrefOf={({ id }) => `/workflows/${id}`}
        />
      )}
    </Card>
  );
}

function columnsOf(text: Text, now: number): Column<Workflow>[] {
  return [
    { key: 'name', label: text('home.column.name'), title: true, cell: ({ name }) => name },
    {
      key: 'status',
      label: text('home.column.status'),
      second: true,
      cell: ({ status, liveVersion }) => (
        <span className="flex items-center gap-1.5">
          <Status {...statusLooks[status]}>{text(`status.${status}`)}</Status>
          {liveVersion !== null && (
            <span className="text-micro text-text-3 tabular-nums">v{liveVersion}</span>
          )}
        </span>
      ),
    },
    {
      key: 'succeeded',
      label: text('home.column.succeeded'),
      numeric: true,
      from: 'md',
      cell: ({ runs, failed }) =>
        runs === 0
          ? '–'
          : text('home.succeeded', {
              count: number(runs - failed, text.locale),
              of: number(runs, text.locale),
            }),
    },
    {
      key: 'attention',
      label: text('home.column.attention'),
      second: true,
      cell: (row) => <Attention row={row} />,
    },
    {
      key: 'last',
      label: text('home.column.last'),
      numeric: true,
      from: 'sm',
      cell: ({ lastRunAt }) => (
        <span className="text-text-2">
          {lastRunAt === null ? '–' : ago(Date.parse(lastRunAt), now, text.locale)}
        </span>
      ),
    },
  ];
}

function Attention({ row: { failed, waiting } }: { row: Workflow }) {
  const text = useText();
  if (failed > 0) {
    return (
      <Status tone="bad" icon={CircleX}>
        {textCount(text, 'home.attention.failed', failed)}
      </Status>
    );
  }
  if (waiting > 0) {
    return (
      <Status tone="wait" icon={Hourglass}>
        {textCount(text, 'home.attention.waiting', waiting)}
      </Status>
    );
  }
  return (
    <span data-none className="text-text-3 max-sm:hidden">
      –
    </span>
  );
}
