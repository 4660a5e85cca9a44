'use client';

import { CircleX, Hourglass, Info } from 'lucide-react';
import Link from 'next/link';
import { textCount } from '#lib/i18n/text.ts';
import { useText } from '../text.tsx';
import { Status } from '../ui/status.tsx';
import type { WorkflowRow } from './workflow-types.ts';

/** The one thing somebody should know; a dash where all is well. */
export function WorkflowAttention({ row: { workflow, activity } }: { row: WorkflowRow }) {
  const text = useText();
  if (!activity) return null;
  if (activity.failed > 0) {
    return (
      <Link
        href={`/workflows/${workflow.id}/runs?status=failed&span=24h`}
        prefetch={false}
        className="hover:underline"
      >
        <Status tone="bad" icon={CircleX}>
          {textCount(text, 'workflows.failed', activity.failed)}
        </Status>
      </Link>
    );
  }
  if (activity.waiting > 0) {
    return (
      <Status tone="wait" icon={Hourglass}>
        {textCount(text, 'workflows.waiting', activity.waiting)}
      </Status>
    );
  }
  if (workflow.nodes.length < 2) {
    return (
      <Status tone="idle" icon={Info} quiet>
        {text('workflows.unfinished')}
      </Status>
    );
  }
  return (
    <span data-none className="text-text-3 max-sm:hidden">
      –
    </span>
  );
}
