'use client';

import { useText } from '../text.tsx';
import { Status } from '../ui/status.tsx';
import { statusLooks } from './status-looks.ts';
import type { WorkflowSummary } from './workflow-types.ts';

type WorkflowStatusProps = { workflow: Pick<WorkflowSummary, 'status' | 'liveVersion'> };

export function WorkflowStatus({ workflow: { status, liveVersion } }: WorkflowStatusProps) {
  const text = useText();
  const { tone, icon } = statusLooks[status];
  return (
    <span className="flex items-center gap-1.5">
      <Status tone={tone} icon={icon} quiet={status !== 'paused'}>
        {text(`status.${status}`)}
      </Status>
      {liveVersion !== null && <span className="text-micro text-text-3">v{liveVersion}</span>}
    </span>
  );
}
