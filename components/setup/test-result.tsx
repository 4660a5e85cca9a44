'use client';

import { CircleCheck, CircleX, FunnelX, Hourglass, type LucideIcon } from 'lucide-react';
import { isJsonObject } from '#lib/core/json.ts';
import { duration } from '#lib/i18n/quantity.ts';
import type { RunDetail } from '../editor/store/overlay.ts';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import type { SetupGraph } from './setup-graph.ts';

const looks: Readonly<Record<string, { icon: LucideIcon; tone: string }>> = {
  succeeded: { icon: CircleCheck, tone: 'text-good' },
  failed: { icon: CircleX, tone: 'text-bad' },
  filtered: { icon: FunnelX, tone: 'text-idle' },
};
const otherLook = { icon: Hourglass, tone: 'text-wait' };

type Step = RunDetail['steps'][number];

/** What the test did, step by step; for what failed, why and what to do. */
export function TestResult({ run, graph }: { run: RunDetail; graph: SetupGraph }) {
  const text = useText();
  const look = looks[run.status] ?? otherLook;
  const status = run.status === 'succeeded' || run.status === 'failed' ? run.status : 'other';
  return (
    <section
      aria-label={text('setup.test.result')}
      className="overflow-hidden rounded-md inset-ring inset-ring-line"
    >
      <p role="status" className="flex items-center gap-2 bg-sunken px-3 py-2 font-medium">
        <Icon icon={look.icon} className={look.tone} />
        {text(run.status === 'filtered' ? 'setup.test.filtered' : `setup.test.${status}`)}
      </p>
      <ol>
        {run.steps.map((step) => (
          <StepLine key={step.nodeId} step={step} name={nameOf(graph, step.nodeId)} />
        ))}
      </ol>
    </section>
  );
}

function nameOf(graph: SetupGraph, nodeId: string): string {
  if (graph.kind === 'other') return nodeId;
  const nodes = [graph.trigger, graph.filter, graph.action];
  return nodes.find((node) => node?.id === nodeId)?.name ?? nodeId;
}

function StepLine({ step, name }: { step: Step; name: string }) {
  const text = useText();
  const look = looks[step.status] ?? otherLook;
  const ms = step.finishedAt ? Date.parse(step.finishedAt) - Date.parse(step.startedAt) : null;
  const answered = isJsonObject(step.output) ? step.output.status : undefined;
  return (
    <li className="flex flex-col gap-0.5 border-line border-t px-3 py-1.5">
      <span className="flex items-center gap-2">
        <Icon icon={look.icon} size={14} className={look.tone} />
        <span className="min-w-0 flex-1 truncate">{name}</span>
        {typeof answered === 'number' && (
          <span className="text-meta text-text-2">
            {text('setup.test.answered', { status: answered })}
          </span>
        )}
        {ms !== null && (
          <span className="text-meta text-text-3 tabular-nums">{duration(ms, text.locale)}</span>
        )}
      </span>
      {step.error && (
        <span className="pl-[22px] text-bad text-meta">
          {step.error.code === 'egress_blocked' ? (
            <>
              {text('setup.test.egress')} <code className="font-mono">HOOKLINE_EGRESS_ALLOW</code>
            </>
          ) : (
            step.error.message
          )}
        </span>
      )}
      {step.warnings.map((warning) => (
        <span key={warning} className="pl-[22px] text-meta text-wait">
          {warning}
        </span>
      ))}
    </li>
  );
}
