'use client';

import { SearchX } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import { usePages } from '../../api/use-pages.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadFailed } from '../../ui/load-failed.tsx';
import { Select } from '../../ui/select.tsx';
import { Table } from '../../ui/table.tsx';
import { type Member, nameOf } from '../people/member-types.ts';
import { SettingCard, SettingGroup } from '../setting-group.tsx';
import { WaitingRows } from '../waiting-rows.tsx';
import { useAuditColumns } from './audit-columns.tsx';
import {
  type AuditFilter,
  auditGroups,
  auditPath,
  auditSpans,
  everything,
  readFilter,
  writeFilter,
} from './audit-filter.ts';
import type { AuditEvent } from './audit-words.ts';

/** `/settings/audit`, for owners: what was done and what was refused. */
export function AuditSettings() {
  const text = useText();
  const { filter, setFilter, path } = useFilterInAddress();
  const pages = usePages<AuditEvent>(path);
  const columns = useAuditColumns();
  const empty = !pages.loading && !pages.error && pages.items.length === 0;
  return (
    <SettingGroup title={text('settings.audit')} lead={text('settings.audit.lead')}>
      <Filters filter={filter} onChange={setFilter} />
      <SettingCard>
        {pages.error && <LoadFailed failure={pages.error} onRetry={pages.retry} />}
        {pages.loading && !pages.error && <WaitingRows />}
        {empty && (
          <EmptyState
            icon={SearchX}
            title={text('settings.audit.none.title')}
            lead={text('settings.audit.none.lead')}
          >
            <Button onClick={() => setFilter(everything)}>
              {text('settings.audit.none.clear')}
            </Button>
          </EmptyState>
        )}
        {pages.items.length > 0 && (
          <Table
            label={text('settings.audit')}
            columns={columns}
            rows={pages.items}
            keyOf={({ id }) => id}
          />
        )}
      </SettingCard>
      {pages.hasMore && (
        <Button className="mt-3" onClick={pages.loadMore} aria-disabled={pages.loadingMore}>
          {text('ui.showMore')}
        </Button>
      )}
    </SettingGroup>
  );
}

function useFilterInAddress() {
  const search = useSearchParams();
  const [filter, setShown] = useState(() => readFilter(new URLSearchParams(search)));
  const path = useMemo(() => auditPath(filter, Date.now()), [filter]);
  function setFilter(next: AuditFilter): void {
    setShown(next);
    window.history.replaceState(null, '', `/settings/audit${writeFilter(next)}`);
  }
  return { filter, setFilter, path };
}

type FiltersProps = { filter: AuditFilter; onChange: (filter: AuditFilter) => void };

function Filters({ filter, onChange }: FiltersProps) {
  const text = useText();
  const members = useRead<{ items: Member[] }>('/api/v1/members?limit=200');
  const people = (members.data?.items ?? [])
    .filter(({ status }) => status === 'active')
    .map((member) => ({ value: member.id, label: nameOf(member) }));
  const anybody = { value: 'all', label: text('settings.audit.who.all') };
  return (
    <div className="mb-3 flex flex-wrap gap-2">
      <Select
        compact
        aria={text('settings.audit.group')}
        value={filter.group}
        onChange={(group) => onChange({ ...filter, group })}
        options={auditGroups.map((value) => ({
          value,
          label: text(`settings.audit.group.${value}`),
        }))}
      />
      <Select
        compact
        aria={text('settings.audit.who')}
        value={filter.who}
        onChange={(who) => onChange({ ...filter, who })}
        options={[anybody, ...people]}
      />
      <Select
        compact
        aria={text('settings.audit.since')}
        value={filter.span}
        onChange={(span) => onChange({ ...filter, span })}
        options={auditSpans.map((value) => ({
          value,
          label: text(`settings.audit.since.${value}`),
        }))}
      />
    </div>
  );
}
