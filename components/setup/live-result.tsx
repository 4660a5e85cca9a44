'use client';

import { CircleCheck, CircleX, FunnelX, Hourglass, Inbox, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { Text } from '#lib/i18n/text.ts';
import { useRead } from '../api/use-read.ts';
import { conditionSentence } from '../conditions/condition-sentence.ts';
import { refusalWords } from '../inspector/refusal-words.ts';
import type { RequestSummary } from '../inspector/request-types.ts';
import { errorWords } from '../runs/error-words.ts';
import type { RunDetail } from '../runs/run-types.ts';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import { type LiveOutcome, liveOutcome } from './live-outcome.ts';
import type { Setup } from './use-setup.ts';

/** What a live request came to, as soon as that is known, and the way to its run. */
export function LiveResult({ setup, request }: { setup: Setup; request: RequestSummary }) {
  const text = useText();
  const { run, none } = useRunOf(setup, request);
  const { icon, tone, words } = run ? ofRun(run, text) : ofRequest({ request, setup, none }, text);
  const href = run ? `/runs/${run.id}` : `/requests/${request.id}`;
  return (
    <p className="flex items-start gap-2">
      <Icon icon={icon} className={`mt-0.5 ${tone}`} />
      <span className="wrap-anywhere min-w-0">
        {words}
        {' · '}
        <Link href={href} prefetch={false} className="text-accent underline">
          {text(run ? 'setup.live.run' : 'setup.live.request')}
        </Link>
      </span>
    </p>
  );
}

/** The request's outcome changes once its runs are over: then they are read. `none`: it started none. */
function useRunOf({ workflow }: Setup, { id, outcome }: RequestSummary) {
  const isOver = outcome === 'ran' || outcome === 'filtered';
  const list = `/api/v1/runs?requestId=${id}&workflowId=${workflow.id}&limit=1`;
  const { data: found } = useRead<{ items: { id: string }[] }>(isOver ? list : null);
  const [first] = found?.items ?? [];
  const { data: run } = useRead<RunDetail>(first ? `/api/v1/runs/${first.id}` : null);
  return { run, none: found?.items.length === 0 };
}

type Shown = { icon: LucideIcon; tone: string; words: string };

function ofRun(run: RunDetail, text: Text): Shown {
  const outcome = liveOutcome(run);
  if (outcome.kind === 'sent') {
    return { icon: CircleCheck, tone: 'text-good', words: text('setup.live.sent', outcome) };
  }
  if (outcome.kind === 'held') {
    return { icon: FunnelX, tone: 'text-idle', words: heldWords(outcome, text) };
  }
  if (outcome.kind === 'failed') {
    const words = text('setup.live.failed', {
      step: outcome.step,
      message: errorWords(outcome.error, text),
    });
    return { icon: CircleX, tone: 'text-bad', words };
  }
  const words = text('setup.live.ended', { status: text(`runs.status.${run.status}`) });
  return { icon: CircleCheck, tone: 'text-text-3', words };
}

function heldWords({ step, why }: Extract<LiveOutcome, { kind: 'held' }>, text: Text): string {
  if (!why) return text('setup.live.held', { step });
  const condition = conditionSentence(why, text);
  const was = why.was === undefined ? '' : wasWords(why.was, text);
  return text('setup.live.heldBy', { step, condition, was }).trim();
}

function wasWords(was: string | null, text: Text): string {
  return `(${was === null ? text('condition.wasMissing') : text('condition.was', { value: was })})`;
}

type Without = { request: RequestSummary; setup: Setup; none: boolean };

function ofRequest({ request, setup, none }: Without, text: Text): Shown {
  const { outcome, reason } = request;
  const { only } = setup.events;
  if (outcome === 'rejected') {
    const { why } = refusalWords(reason ?? '');
    const words = text('setup.live.refused', { why: text(why, { reason: reason ?? '' }) });
    return { icon: CircleX, tone: 'text-bad', words };
  }
  if (outcome === 'filtered' && none && only.length > 0) {
    const words = text('setup.live.notStarted', {
      event: request.event.type ?? text('setup.noEvent'),
      events: only.join(', '),
    });
    return { icon: FunnelX, tone: 'text-idle', words };
  }
  if (!none && (outcome === 'waiting' || outcome === 'ran' || outcome === 'filtered')) {
    return { icon: Hourglass, tone: 'text-wait', words: text('setup.live.running') };
  }
  const words = text('setup.live.ended', { status: text(`inspector.${outcome}`) });
  return { icon: Inbox, tone: 'text-idle', words };
}
