'use client';

import { CalendarClock, KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { apiToken } from '#lib/contracts/tokens.ts';
import { ago, shortMoment } from '#lib/i18n/time.ts';
import { callApi } from '../../api/call-api.ts';
import { failureWords } from '../../api/failure-words.ts';
import { usePages } from '../../api/use-pages.ts';
import { refresh } from '../../api/use-read.ts';
import { useClock } from '../../clock.tsx';
import { useText } from '../../text.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadFailed } from '../../ui/load-failed.tsx';
import { Status } from '../../ui/status.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useNow } from '../../use-now.ts';
import { SettingCard, SettingGroup } from '../setting-group.tsx';
import { WaitingRows } from '../waiting-rows.tsx';
import { NewToken } from './new-token.tsx';

type Token = z.output<typeof apiToken>;
const soonMs = 14 * 86_400_000;

/** `/settings/tokens`, for owners: what scripts sign in with. */
export function TokenSettings() {
  const text = useText();
  const [making, setMaking] = useState(false);
  const pages = usePages<Token>('/api/v1/tokens?limit=100');
  const columns = useColumns();
  const empty = !pages.loading && !pages.error && pages.items.length === 0;
  const make = (
    <Button variant="primary" icon={Plus} onClick={() => setMaking(true)}>
      {text('settings.tokens.new')}
    </Button>
  );
  return (
    <SettingGroup
      title={text('settings.tokens')}
      lead={text('settings.tokens.lead')}
      action={!empty && make}
    >
      <SettingCard>
        {pages.error && <LoadFailed failure={pages.error} onRetry={pages.retry} />}
        {pages.loading && !pages.error && <WaitingRows />}
        {empty && (
          <EmptyState
            icon={KeyRound}
            title={text('settings.tokens.empty.title')}
            lead={text('settings.tokens.empty.lead')}
          >
            {make}
          </EmptyState>
        )}
        {pages.items.length > 0 && (
          <Table
            label={text('settings.tokens')}
            columns={columns}
            rows={pages.items}
            keyOf={({ id }) => id}
          />
        )}
      </SettingCard>
      {pages.hasMore && (
        <Button className="mt-3" onClick={pages.loadMore}>
          {text('ui.showMore')}
        </Button>
      )}
      {making && <NewToken onOpenChange={setMaking} />}
    </SettingGroup>
  );
}

function useColumns(): Column<Token>[] {
  const text = useText();
  const now = useNow();
  return [
    {
      key: 'name',
      label: text('settings.tokens.column.name'),
      title: true,
      cell: ({ name }) => name,
    },
    {
      key: 'token',
      label: text('settings.tokens.column.token'),
      from: 'sm',
      cell: ({ hint }) => <code className="font-mono text-meta text-text-2">hkl_…{hint}</code>,
    },
    {
      key: 'role',
      label: text('settings.tokens.column.role'),
      second: true,
      cell: ({ role }) => (
        <span className="text-text-2">{text(`settings.tokens.role.${role}`)}</span>
      ),
    },
    {
      key: 'used',
      label: text('settings.tokens.column.used'),
      from: 'md',
      cell: ({ lastUsedAt }) => (
        <span className="text-text-2">
          {lastUsedAt
            ? ago(Date.parse(lastUsedAt), now, text.locale)
            : text('settings.tokens.notYet')}
        </span>
      ),
    },
    {
      key: 'ends',
      label: text('settings.tokens.column.ends'),
      second: true,
      named: true,
      cell: ({ expiresAt }) => <Ends expiresAt={expiresAt} now={now} />,
    },
    {
      key: 'actions',
      label: text('settings.tokens.column.actions'),
      hideLabel: true,
      cell: (token) => <Revoke token={token} />,
    },
  ];
}

function Ends({ expiresAt, now }: { expiresAt: string | null; now: number }) {
  const text = useText();
  const clock = useClock();
  if (expiresAt === null)
    return <span className="text-text-2">{text('settings.tokens.never')}</span>;
  const at = Date.parse(expiresAt);
  const time = shortMoment(new Date(at), clock);
  if (at <= now) {
    return (
      <Status tone="bad" icon={CalendarClock}>
        {text('settings.tokens.ended', { time })}
      </Status>
    );
  }
  if (at - now > soonMs) return <span className="text-text-2">{time}</span>;
  return (
    <Status tone="wait" icon={CalendarClock}>
      {ago(at, now, text.locale)}
    </Status>
  );
}

function Revoke({ token }: { token: Token }) {
  const text = useText();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const { id, name } = token;

  async function revoke(): Promise<string | undefined> {
    const answer = await callApi(`/api/v1/tokens/${id}`, { method: 'DELETE' });
    if (!answer.ok) return failureWords(answer.failure, text);
    toast({ title: text('settings.tokens.revoked', { name }) });
    await refresh('/api/v1/tokens');
    return undefined;
  }

  return (
    <>
      <Button size="sm" variant="ghost" className="text-bad!" onClick={() => setAsking(true)}>
        {text('settings.tokens.revoke')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={text('settings.tokens.revoke.title', { name })}
        verb={text('settings.tokens.revoke')}
        busyVerb={text('ui.saving')}
        onConfirm={revoke}
      >
        <p>{text('settings.tokens.revoke.lead')}</p>
      </ConfirmDialog>
    </>
  );
}
