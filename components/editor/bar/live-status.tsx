'use client';

import { Pause, PencilLine, Radio } from 'lucide-react';
import { useText } from '#components/text.tsx';
import { Status } from '#components/ui/status.tsx';
import type { WorkflowStatus } from '#lib/core/graph/workflow.ts';

const looks = {
  live: { tone: 'good', icon: Radio },
  paused: { tone: 'wait', icon: Pause },
  draft: { tone: 'idle', icon: PencilLine },
} as const;

export type LiveStatusProps = { status: WorkflowStatus; liveVersion: number | null };

/** Whether the workflow runs, and on which version. */
export function LiveStatus({ status, liveVersion }: LiveStatusProps) {
  const text = useText();
  const version = liveVersion === null ? '' : ` v${liveVersion}`;
  return <Status {...looks[status]}>{`${text(`status.${status}`)}${version}`}</Status>;
}
