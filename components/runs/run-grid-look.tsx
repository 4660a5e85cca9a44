import { duration } from '#lib/i18n/quantity.ts';
import type { Text } from '#lib/i18n/text.ts';
import { type Clock, clockTime, fullMoment, shortDay } from '#lib/i18n/time.ts';
import type { GridLook } from '../live/grid-look.ts';
import { Tag } from '../ui/tag.tsx';
import { RunStatus } from './run-status.tsx';
import type { RunListItem } from './run-types.ts';
import { whyOf } from './run-why.ts';
import { StepBars } from './step-bars.tsx';

/** Whole classes: Tailwind reads them from the source. */
const ofAll =
  'grid-cols-[112px_104px_minmax(0,1.7fr)_minmax(0,1.3fr)_88px_64px_minmax(0,1.4fr)] max-xl:grid-cols-[136px_104px_minmax(0,1.4fr)_minmax(0,1fr)_72px_minmax(0,1.2fr)] max-lg:grid-cols-[136px_104px_minmax(0,1fr)_72px_minmax(0,1fr)] gap-3 px-5';
const ofOne =
  'grid-cols-[136px_104px_minmax(0,1fr)_88px_72px_minmax(0,1.5fr)] max-xl:grid-cols-[136px_104px_minmax(0,1fr)_72px_minmax(0,1.2fr)] max-lg:grid-cols-[136px_104px_72px_minmax(0,1fr)] gap-3 px-5';
const fromXl = 'max-xl:hidden';
const fromLg = 'max-lg:hidden';

/** The list of runs: wide rows of 40, two lines on phones. */
export function runGridLook(text: Text, clock: Clock, ofWorkflow: boolean): GridLook<RunListItem> {
  const parts = { text, clock };
  const columns: GridLook<RunListItem>['columns'] = [
    {
      key: 'started',
      label: text('runs.started'),
      cell: (run) => <Started {...parts} run={run} />,
    },
    {
      key: 'status',
      label: text('runs.status'),
      cell: ({ status }) => <RunStatus status={status} />,
    },
    {
      key: 'workflow',
      label: text('runs.workflow'),
      cell: (run) => <Workflow text={text} run={run} />,
    },
    {
      key: 'by',
      label: text('runs.startedBy'),
      className: fromLg,
      cell: (run) => <StartedBy text={text} run={run} />,
    },
    {
      key: 'time',
      label: text('runs.time'),
      className: fromXl,
      cell: ({ steps }) => <StepBars steps={steps} />,
    },
    {
      key: 'took',
      label: text('runs.took'),
      className: 'text-right',
      cell: ({ ms }) => (
        <span className="whitespace-nowrap tabular-nums">
          {ms === null ? '–' : duration(ms, text.locale)}
        </span>
      ),
    },
    {
      key: 'why',
      label: text('runs.why'),
      cell: (run) => <Why text={text} run={run} />,
    },
  ];
  return {
    columns: ofWorkflow ? columns.filter(({ key }) => key !== 'workflow') : columns,
    template: ofWorkflow ? ofOne : ofAll,
    height: 40,
    narrow: (run) => <Narrow {...parts} run={run} />,
    narrowHeight: 59,
    hrefOf: ({ id }) => `/runs/${id}`,
  };
}

type PartProps = { run: RunListItem; text: Text };

/** Today's runs by the clock, older ones with their day. */
function Started({ run, clock, text }: PartProps & { clock: Clock }) {
  if (run.startedAt === null)
    return <span className="text-text-3">{text('runs.status.queued')}</span>;
  const at = new Date(run.startedAt);
  const { time, ms } = clockTime(at, clock);
  return (
    <time
      dateTime={run.startedAt}
      title={fullMoment(at, clock)}
      className="whitespace-nowrap font-mono text-meta tabular-nums"
    >
      {isToday(at) ? '' : `${shortDay(at, clock)} `}
      {time}
      <span className="text-text-3">{isToday(at) ? ms : ''}</span>
    </time>
  );
}

function isToday(at: Date): boolean {
  return at.toDateString() === new Date().toDateString();
}

function Workflow({ run, text }: PartProps) {
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <span className={run.workflowName === null ? 'truncate text-text-3' : 'truncate font-medium'}>
        {run.workflowName ?? text('runs.deleted')}
      </span>
      <span className="flex-none text-micro text-text-3 tabular-nums">{version(run, text)}</span>
    </span>
  );
}

function version({ version: number }: RunListItem, text: Text): string {
  return number === 0 ? text('runs.draft') : text('runs.version', { version: number });
}

function StartedBy({ run, text }: PartProps) {
  const tag = tagOf(run);
  return (
    <span className="flex min-w-0 items-center gap-2">
      {run.event === null ? (
        <span className="truncate text-text-3">{text('runs.noEvent')}</span>
      ) : (
        <span className="truncate font-mono text-meta">{run.event}</span>
      )}
      {tag && <Tag>{text(`runs.tag.${tag}`)}</Tag>}
    </span>
  );
}

function tagOf(run: RunListItem): 'test' | 'rerun' | 'replay' | null {
  if (run.version === 0) return 'test';
  if (run.rerunOf !== null) return 'rerun';
  return run.replayOf === null ? null : 'replay';
}

function Why({ run, text }: PartProps) {
  const why = whyOf(run, text);
  return (
    <span title={why} className="block truncate text-text-2">
      {why || <span className="text-text-3">–</span>}
    </span>
  );
}

function Narrow({ run, text, clock }: PartProps & { clock: Clock }) {
  return (
    <>
      <span className="flex items-center justify-between gap-3">
        <Workflow text={text} run={run} />
        <Started text={text} clock={clock} run={run} />
      </span>
      <span className="flex h-5 items-center gap-3 pt-0.5">
        <RunStatus status={run.status} />
        <span className="min-w-0 flex-1 truncate text-meta text-text-2">{whyOf(run, text)}</span>
        <span className="flex-none text-meta text-text-3 tabular-nums">
          {run.ms === null ? '' : duration(run.ms, text.locale)}
        </span>
      </span>
    </>
  );
}
