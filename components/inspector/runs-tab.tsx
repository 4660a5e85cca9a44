'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { duration } from '#lib/i18n/quantity.ts';
import { useRead } from '../api/use-read.ts';
import { runResult } from '../runs/run-result.ts';
import { RunStatus } from '../runs/run-status.tsx';
import type { RunDetail, RunListItem } from '../runs/run-types.ts';
import { whyOf } from '../runs/run-why.ts';
import { StepBars } from '../runs/step-bars.tsx';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import type { RequestDetail } from './request-types.ts';
import { useRunsOf } from './use-runs-of.ts';

/** So many tell their reason in full; the rest in short. */
const mostRead = 5;
const largeBytes = 262_144;

/** What ran, what it came to and why; or why nothing did. */
export function RunsTab({ request }: { request: RequestDetail }) {
  const text = useText();
  const runs = useRunsOf(request);
  if (request.runs.length === 0) {
    const why = text(`inspector.why.${request.outcome}`);
    return <p className="p-4 text-text-2">{text('inspector.noRuns', { why })}</p>;
  }
  const read = request.bodySize > largeBytes ? 0 : mostRead;
  return (
    <ul>
      {runs.map((run, at) => (
        <RunLine key={run.id} run={run} whole={at < read} />
      ))}
    </ul>
  );
}

function RunLine({ run, whole }: { run: RunListItem; whole: boolean }) {
  const text = useText();
  const { data } = useRead<RunDetail>(whole ? `/api/v1/runs/${run.id}#${run.status}` : null);
  return (
    <li className="border-line border-b">
      <Link
        href={`/runs/${run.id}`}
        prefetch={false}
        className="flex min-h-9 flex-col gap-0.5 px-4 py-2 hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="flex items-center gap-2.5">
          <RunStatus status={run.status} />
          <span className="min-w-0 truncate font-medium">
            {run.workflowName ?? text('runs.deleted')}
          </span>
          <span className="min-w-0 flex-1 text-micro text-text-3">
            {run.version === 0
              ? text('runs.draft')
              : text('runs.version', { version: run.version })}
          </span>
          <StepBars steps={run.steps} />
          <span className="flex-none tabular-nums">
            {run.ms === null ? '' : duration(run.ms, text.locale)}
          </span>
          <Icon icon={ChevronRight} size={14} className="text-text-3" />
        </span>
        <span className="wrap-anywhere text-meta text-text-2 empty:hidden">
          {data ? runResult(data, text) : whyOf(run, text)}
        </span>
      </Link>
    </li>
  );
}
