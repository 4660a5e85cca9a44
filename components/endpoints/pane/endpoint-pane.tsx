'use client';

import { SearchX } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useShell } from '../../shell/shell-context.ts';
import { useText } from '../../text.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadFailed } from '../../ui/load-failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Endpoint } from '../endpoint-draft.ts';
import type { EndpointStats } from '../endpoint-types.ts';
import { EndpointForm } from './endpoint-form.tsx';

export type EndpointPaneProps = { endpointId: string; onClose: () => void };

const everyMs = 15_000;
const dayMs = 86_400_000;

/** All settings of one endpoint, over the right side of what lies below, which stays live. */
export function EndpointPane({ endpointId, onClose }: EndpointPaneProps) {
  const { person } = useShell();
  const path = `/api/v1/endpoints/${endpointId}`;
  const { data, error, refetch } = useRead<Endpoint>(path, { every: everyMs });
  const since = useMemo(() => new Date(Date.now() - dayMs).toISOString(), []);
  const stats = useRead<EndpointStats>(`${path}/stats?since=${encodeURIComponent(since)}`, {
    every: everyMs,
  });
  if (data) {
    return (
      <EndpointForm
        endpoint={data}
        stats={stats.data}
        canEdit={person.role !== 'viewer'}
        onClose={onClose}
      />
    );
  }
  return (
    <Empty onClose={onClose}>
      {error?.status === 404 && <Gone />}
      {error && error.status !== 404 && (
        <LoadFailed failure={error} onRetry={() => void refetch()} />
      )}
      {!error && <Waiting />}
    </Empty>
  );
}

function Empty({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const text = useText();
  return (
    <Drawer open wide onOpenChange={onClose} title={text('pane.title')}>
      {children}
    </Drawer>
  );
}

function Gone() {
  const text = useText();
  return (
    <EmptyState icon={SearchX} title={text('pane.gone.title')} lead={text('pane.gone.lead')} />
  );
}

function Waiting() {
  return (
    <div className="flex flex-col gap-3 p-5">
      {['h-5 w-40', 'h-8 w-full', 'h-8 w-5/6', 'mt-6 h-5 w-32', 'h-8 w-3/4'].map((look) => (
        <Skeleton key={look} className={look} />
      ))}
    </div>
  );
}
