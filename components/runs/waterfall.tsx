'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { duration } from '#lib/i18n/quantity.ts';
import { StepMark } from '../steps/step-mark.tsx';
import { useText } from '../text.tsx';
import { classNames } from '../ui/class-names.ts';
import { resultWord } from './result-word.ts';
import { RunStatus } from './run-status.tsx';
import type { RunStep, RunSurroundings } from './run-types.ts';
import type { ShownStep } from './shown-steps.ts';
import { type Bar, timeline } from './timeline.ts';

const columns =
  'grid grid-cols-[176px_112px_minmax(0,1fr)_64px] gap-2 px-4 max-xl:grid-cols-[148px_112px_minmax(0,1fr)_56px] max-xl:px-3 max-sm:grid-cols-[minmax(0,1fr)_96px_56px]';
const barColours: Readonly<Record<string, string>> = {
  succeeded: 'bg-chart-ran',
  failed: 'bg-bad-solid',
  waiting: 'bar-waiting',
  running: 'bg-live-solid',
  filtered: 'bg-idle-solid',
};
const chosenFailed = 'bg-bad-soft inset-shadow-failed';
/** A tick's words begin at its place: further on they would stand in the next column. */
const roomForTick = 0.92;
/** A run under way is drawn again so often. */
const tickMs = 250;

export type WaterfallProps = {
  steps: readonly ShownStep[];
  kinds: RunSurroundings['kinds'];
  selected: string | undefined;
  onSelect(nodeId: string): void;
  /** Down or up by one. */
  onMove(by: number): void;
};

/** The steps along one axis of time. Up and down choose one. */
export function Waterfall({ steps, kinds, selected, onSelect, onMove }: WaterfallProps) {
  const text = useText();
  const now = useNow(steps.some(({ step }) => step !== null && step.finishedAt === null));
  const ran = steps.flatMap(({ step, kept }) => (step && !kept ? [step] : []));
  const { total, bars, ticks } = timeline(ran, now);
  const barOf = new Map(ran.map((step, at) => [step.nodeId, bars[at]]));
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (!by || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    onMove(by);
  };
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>('[aria-current=true]');
    if (list.current?.contains(document.activeElement)) chosen?.focus();
    else if (selected !== undefined) chosen?.scrollIntoView?.({ block: 'nearest' });
  }, [selected]);
  return (
    <>
      <div
        aria-hidden="true"
        className={`${columns} h-7 items-center border-line border-t text-micro text-text-3`}
      >
        <span>{text('runs.step')}</span>
        <span>{text('runs.result')}</span>
        <Ticks ticks={ticks} total={Math.max(total, 1)} />
        <span className="text-right">{text('runs.took')}</span>
      </div>
      <ol ref={list} aria-label={text('runs.steps')} onKeyDown={onKeyDown}>
        {steps.map((shown) => (
          <StepRow
            key={shown.nodeId}
            {...{ shown, now, onSelect }}
            look={kinds[shown.type]}
            bar={barOf.get(shown.nodeId)}
            current={shown.nodeId === selected}
          />
        ))}
      </ol>
    </>
  );
}

function Ticks({ ticks, total }: { ticks: readonly number[]; total: number }) {
  const { locale } = useText();
  return (
    <span className="relative h-4 max-sm:hidden">
      {ticks
        .filter((at) => at / total < roomForTick)
        .map((at) => (
          <span
            key={at}
            style={{ left: `${(at / total) * 100}%` }}
            className="absolute whitespace-nowrap tabular-nums"
          >
            {at === 0 ? '0' : duration(at, locale)}
          </span>
        ))}
    </span>
  );
}

type StepRowProps = {
  shown: ShownStep;
  look: RunSurroundings['kinds'][string] | undefined;
  bar: Bar | undefined;
  now: number;
  current: boolean;
  onSelect(nodeId: string): void;
};

function StepRow({ shown, look, bar, now, current, onSelect }: StepRowProps) {
  const text = useText();
  const { nodeId, name, type, status, step, kept } = shown;
  const word = resultWord(shown, text);
  const ms = step && !kept ? tookMs(step, now) : null;
  const failed = status === 'failed';
  return (
    <li>
      <button
        type="button"
        aria-current={current}
        tabIndex={current ? 0 : -1}
        onClick={() => onSelect(nodeId)}
        className={classNames(
          columns,
          'h-[38px] w-full items-center border-line border-t text-left focus-visible:-outline-offset-2 max-sm:h-12',
          current && (failed ? chosenFailed : 'bg-accent-soft inset-shadow-selected'),
          !current && 'hover:bg-hover',
        )}
      >
        <span className="flex min-w-0 items-center gap-[9px]">
          <StepMark type={type} look={look} />
          <span className={classNames('truncate', step ? 'font-medium' : 'text-text-3')}>
            {name}
          </span>
        </span>
        <RunStatus status={status} {...(word !== undefined && { word })} />
        <span className="relative h-full max-sm:hidden">
          {bar && <DrawnBar bar={bar} waits={type === 'delay'} status={status} />}
        </span>
        <span className="text-right tabular-nums">
          {ms === null ? <span className="text-text-3">–</span> : duration(ms, text.locale)}
        </span>
      </button>
    </li>
  );
}

function tookMs({ startedAt, finishedAt }: RunStep, now: number): number {
  return (finishedAt ? Date.parse(finishedAt) : now) - Date.parse(startedAt);
}

function DrawnBar({ bar, waits, status }: { bar: Bar; waits: boolean; status: string }) {
  const colour = waits && status === 'succeeded' ? 'bar-waiting' : barColours[status];
  return (
    <span
      style={{ left: `${bar.start * 100}%`, width: `max(3px, ${bar.width * 100}%)` }}
      className={classNames(
        'absolute top-1/2 h-2.5 -translate-y-1/2 rounded-[3px]',
        colour ?? 'bg-line-2',
      )}
    />
  );
}

/** Unix milliseconds; moves only while `moving`. */
function useNow(moving: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, [moving]);
  return now;
}
