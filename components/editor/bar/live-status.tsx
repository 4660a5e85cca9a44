'use client';

import { useText } from '#components/text.tsx';
import { Status } from '#components/ui/status.tsx';
import { statusLooks } from '#components/workflows/status-looks.ts';
import type { WorkflowStatus } from '#lib/core/graph/workflow.ts';

export type LiveStatusProps = { status: WorkflowStatus; liveVersion: number | null };

/** Whether the workflow runs, and on which version. */
export function LiveStatus({ status, liveVersion }: LiveStatusProps) {
  const text = useText();
  const version = liveVersion === null ? '' : ` v${liveVersion}`;
  return <Status {...statusLooks[status]}>{`${text(`status.${status}`)}${version}`}</Status>;
}
