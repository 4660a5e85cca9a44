'use client';

import { PencilLine, RotateCcw, Terminal } from 'lucide-react';
import { bytes } from '#lib/i18n/quantity.ts';
import { clockTime, fullMoment, shortDay } from '#lib/i18n/time.ts';
import { useClock } from '../clock.tsx';
import { useProviders } from '../endpoints/use-providers.ts';
import { RunResultLine } from '../runs/run-result-line.tsx';
import type { RunDetail } from '../runs/run-types.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { mayBeForged, refusalWords } from './refusal-words.ts';
import { ReplaysLine } from './replays-line.tsx';
import { Verdict, Verification } from './request-status.tsx';
import type { RequestDetail } from './request-types.ts';
import { SendAnyway } from './send-anyway.tsx';

export type RequestHeadProps = {
  request: RequestDetail;
  canReplay: boolean;
  replaying: boolean;
  onReplay(): void;
  onEdit(): void;
  onCurl(): void;
  onOpen(id: string): void;
  /** What a filter held back was sent on by this run. */
  onSentOn(rerun: RunDetail): void;
};

/** Which request this is, what became of it, and what can be done with it. */
export function RequestHead(props: RequestHeadProps) {
  const { request, onOpen } = props;
  const text = useText();
  const { duplicateOf, replayOf } = request;
  const first = duplicateOf ?? replayOf;
  return (
    <header className="flex flex-none flex-col gap-1 px-4 pt-3 pb-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h2 className="min-w-0 truncate font-semibold text-title">
          {request.event.type ?? text('inspector.noEvent')}
        </h2>
        <Verdict request={request} pill />
        <Verification request={request} pill />
      </div>
      <Facts request={request} />
      {request.reason !== null && <Refusal request={request} reason={request.reason} />}
      {latestRuns(request).map((run) => (
        <RunResultLine key={run.id} run={run} large={isLarge(request)} />
      ))}
      {first && (
        <button
          type="button"
          onClick={() => onOpen(first)}
          className="min-h-6 self-start text-accent text-meta underline"
        >
          {text(duplicateOf ? 'inspector.duplicateOf' : 'inspector.replayOf')}
        </button>
      )}
      <ReplaysLine request={request} onOpen={onOpen} />
      <Actions {...props} />
    </header>
  );
}

/** The whole run of a larger request isn't read to tell its result. */
const largeBytes = 262_144;
const mostRuns = 3;

function isLarge({ bodySize }: RequestDetail): boolean {
  return bodySize > largeBytes;
}

/** The last run of each workflow: reruns come after what they repeat. */
function latestRuns({ runs }: RequestDetail): RequestDetail['runs'] {
  const latest = new Map(runs.map((run) => [run.workflowId, run]));
  return [...latest.values()].slice(0, mostRuns);
}

function Refusal({ request, reason }: { request: RequestDetail; reason: string }) {
  const text = useText();
  const { scheme } = request.verification;
  const sender = useProviders().find(({ id }) => id === scheme)?.label;
  const why = text(refusalWords(reason).why, { reason });
  const unproven = sender
    ? text('inspector.unproven', { why, sender })
    : text('inspector.unprovenSender', { why });
  const known = mayBeForged(reason) ? unproven : why;
  return (
    <p className="text-bad text-meta">
      {text('inspector.kept', { ...request.answer, why: known })}
    </p>
  );
}

function Facts({ request }: { request: RequestDetail }) {
  const text = useText();
  const clock = useClock();
  const at = new Date(request.receivedAt);
  const { time, ms } = clockTime(at, clock);
  return (
    <div className="flex flex-wrap items-center gap-x-1.5 text-meta text-text-3">
      <span className="font-mono" title={request.id}>
        …{request.id.slice(-12)}
      </span>
      <CopyButton
        value={request.id}
        label={text('inspector.copyId')}
        copiedLabel={text('inspector.copied')}
      />
      <time dateTime={request.receivedAt} title={fullMoment(at, clock)} className="tabular-nums">
        {`${shortDay(at, clock)} ${time}${ms}`}
      </time>
      <span>· {request.ip}</span>
      <span className="tabular-nums">· {bytes(request.bodySize, text.locale)}</span>
      {request.edited && <span>· {text('inspector.edited')}</span>}
    </div>
  );
}

/** In reach of a thumb on phones. */
function Actions(props: RequestHeadProps) {
  const { request, canReplay, replaying, onReplay, onEdit, onCurl, onSentOn } = props;
  const text = useText();
  const mayBeHeld = canReplay && !isLarge(request) ? latestRuns(request) : [];
  return (
    <div className="flex flex-wrap gap-2 pt-1.5 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-(--foot) max-sm:z-20 max-sm:border-line max-sm:border-t max-sm:bg-surface max-sm:px-4 max-sm:py-2.5">
      {canReplay && (
        <>
          <Button
            variant="primary"
            icon={RotateCcw}
            busyLabel={replaying && text('inspector.replaying')}
            onClick={onReplay}
            className="max-sm:flex-1"
          >
            {text('inspector.replay')}
          </Button>
          <Button icon={PencilLine} onClick={onEdit} className="max-sm:flex-1">
            {text('inspector.edit')}
          </Button>
        </>
      )}
      <Button
        icon={Terminal}
        aria-label={text('inspector.curl')}
        onClick={onCurl}
        className="max-sm:w-11 max-sm:px-0"
      >
        <span className="max-sm:hidden">{text('inspector.curl')}</span>
      </Button>
      {/* Known later than the others: last, so that none of them moves. */}
      {mayBeHeld.map((run) => (
        <SendAnyway key={run.id} run={run} onSent={onSentOn} />
      ))}
    </div>
  );
}
