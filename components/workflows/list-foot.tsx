'use client';

import { textCount } from '#lib/i18n/text.ts';
import { useText } from '../text.tsx';
import type { WorkflowRow } from './workflow-types.ts';

/** The day in a line, over all workflows, whatever is shown. */
export function ListFoot({ rows }: { rows: readonly WorkflowRow[] }) {
  const text = useText();
  const activities = rows.flatMap(({ activity }) => activity ?? []);
  const runs = activities.reduce((sum, one) => sum + one.runs, 0);
  const failed = activities.reduce((sum, one) => sum + one.failed, 0);
  if (activities.length === 0) return null;
  return (
    <p className="px-5 py-2.5 text-meta text-text-3 tabular-nums max-sm:px-4">
      {textCount(text, 'workflows.foot.runs', runs)}{' '}
      {failed > 0 && textCount(text, 'workflows.foot.failed', failed)}
    </p>
  );
}
