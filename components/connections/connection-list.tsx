'use client';

import { Plug, Plus } from 'lucide-react';
import { useState } from 'react';
import { textCount } from '#lib/i18n/text.ts';
import { ago } from '#lib/i18n/time.ts';
import { usePages } from '../api/use-pages.ts';
import { useRead } from '../api/use-read.ts';
import { useShell } from '../shell/shell-context.ts';
import { TopBar } from '../shell/top-bar.tsx';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LoadFailed } from '../ui/load-failed.tsx';
import { SenderMark } from '../ui/sender-mark.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { useNow } from '../use-now.ts';
import { ConnectionDialog } from './connection-dialog.tsx';
import { ConnectionMenu } from './connection-menu.tsx';
import type { Connection, ConnectionUsage } from './connection-types.ts';

/** `/connections`: what steps sign in with. Values are never read back. */
export function ConnectionList() {
  const text = useText();
  const pages = usePages<Connection>('/api/v1/connections?limit=100');
  const usage = useRead<{ items: ConnectionUsage[] }>('/api/v1/connections/usage');
  const columns = useColumns(usage.data?.items);
  const empty = !pages.loading && !pages.error && pages.items.length === 0;
  return (
    <>
      <TopBar title={text('connections.title')}>{!empty && <NewConnection />}</TopBar>
      {!empty && (
        <p className="border-line border-b px-5 py-2.5 text-text-2 max-sm:px-4">
          {text('connections.lead')}
        </p>
      )}
      {pages.error && <LoadFailed failure={pages.error} onRetry={pages.retry} />}
      {pages.loading && !pages.error && <Waiting />}
      {empty && (
        <EmptyState
          icon={Plug}
          title={text('connections.empty.title')}
          lead={text('connections.empty.lead')}
        >
          <NewConnection />
        </EmptyState>
      )}
      {pages.items.length > 0 && (
        <Table
          label={text('connections.list')}
          columns={columns}
          rows={pages.items}
          keyOf={({ id }) => id}
        />
      )}
      {pages.hasMore && (
        <div className="flex justify-center border-line border-t py-3">
          <Button onClick={pages.loadMore}>{text('ui.showMore')}</Button>
        </div>
      )}
    </>
  );
}

function NewConnection() {
  const text = useText();
  const { person } = useShell();
  const [open, setOpen] = useState(false);
  if (person.role === 'viewer') return null;
  return (
    <>
      <Button variant="primary" icon={Plus} onClick={() => setOpen(true)}>
        {text('connections.new')}
      </Button>
      {open && <ConnectionDialog onOpenChange={setOpen} />}
    </>
  );
}

function useColumns(usage: readonly ConnectionUsage[] | undefined): Column<Connection>[] {
  const text = useText();
  const now = useNow();
  const { person } = useShell();
  const usersOf = ({ id }: Connection) =>
    usage?.find(({ connectionId }) => connectionId === id)?.workflows ?? [];
  const columns: Column<Connection>[] = [
    {
      key: 'name',
      label: text('connections.column.name'),
      title: true,
      cell: ({ name }) => (
        <span className="flex min-w-0 items-center gap-2">
          <SenderMark initials={lettersOf(name)} tint="slate" />
          <span className="truncate">{name}</span>
        </span>
      ),
    },
    {
      key: 'type',
      label: text('connections.column.type'),
      second: true,
      cell: ({ type }) => <span className="text-text-2">{text(`connections.type.${type}`)}</span>,
    },
    {
      key: 'hint',
      label: text('connections.column.hint'),
      from: 'md',
      cell: ({ hint }) => <code className="font-mono text-meta text-text-2">{hint}</code>,
    },
    {
      key: 'used',
      label: text('connections.column.used'),
      second: true,
      cell: (row) => usage && <Used users={usersOf(row)} />,
    },
    {
      key: 'changed',
      label: text('connections.column.changed'),
      from: 'md',
      cell: ({ updatedAt }) => (
        <span className="text-text-2">{ago(Date.parse(updatedAt), now, text.locale)}</span>
      ),
    },
  ];
  if (person.role === 'viewer') return columns;
  const actions: Column<Connection> = {
    key: 'actions',
    label: text('connections.column.actions'),
    hideLabel: true,
    cell: (row) => <ConnectionMenu connection={row} users={usersOf(row)} />,
  };
  return [...columns, actions];
}

function Used({ users }: { users: ConnectionUsage['workflows'] }) {
  const text = useText();
  if (users.length === 0) return <span className="text-text-3">{text('connections.unused')}</span>;
  return (
    <span className="text-text-2" title={users.map(({ name }) => name).join(', ')}>
      {textCount(text, 'connections.used', users.length)}
    </span>
  );
}

function lettersOf(name: string): string {
  const [letter = '·', next = ''] = [...name.replaceAll(/[^\p{L}\p{N}]/gu, '')];
  return letter.toUpperCase() + next.toLowerCase();
}

function Waiting() {
  return (
    <div className="pt-7">
      {[1, 2, 3].map((row) => (
        <div key={row} className="flex h-10 items-center gap-2 border-line border-b px-5">
          <Skeleton className="size-5" />
          <Skeleton className="h-3 w-[200px]" />
        </div>
      ))}
    </div>
  );
}
