import { RotateCcw } from 'lucide-react';
import { bytes } from '#lib/i18n/quantity.ts';
import type { Text } from '#lib/i18n/text.ts';
import { type Clock, clockTime, fullMoment, shortDay } from '#lib/i18n/time.ts';
import type { GridLook } from '../live/grid-look.ts';
import { Icon } from '../ui/icon.tsx';
import { Tag } from '../ui/tag.tsx';
import { Verdict, Verification } from './request-status.tsx';
import type { RequestSummary } from './request-types.ts';

/** Whole classes: Tailwind reads them from the source. Verification is as wide as 署名確認済み. */
const template =
  'grid-cols-[104px_52px_minmax(0,1fr)_104px_120px_64px] max-xl:grid-cols-[104px_minmax(0,1fr)_96px_112px] gap-2 px-4';

const ofAllTemplate =
  'grid-cols-[104px_52px_minmax(0,3fr)_minmax(0,2fr)_104px_120px_64px] max-2xl:grid-cols-[104px_52px_minmax(0,3fr)_minmax(0,2fr)_104px_120px] max-xl:grid-cols-[104px_minmax(0,3fr)_minmax(0,2fr)_96px_112px] gap-2 px-4';

type Known = {
  text: Text;
  clock: Clock;
  /** What the endpoints are called, by id, where the list isn't of one endpoint. */
  endpoints: ReadonlyMap<string, string> | null;
  /** Those of which the list has a replay. */
  replayed: ReadonlySet<string>;
};

/** The list of requests: rows of 30, two lines on phones. */
export function requestGridLook(known: Known): GridLook<RequestSummary> {
  const { text, clock, endpoints } = known;
  const endpoint = {
    key: 'endpoint',
    label: text('inspector.endpoint'),
    cell: ({ endpointId }: RequestSummary) => (
      <span className="block truncate text-meta text-text-2">{endpoints?.get(endpointId)}</span>
    ),
  };
  return {
    columns: [
      {
        key: 'time',
        label: text('inspector.time'),
        cell: ({ receivedAt }) => <Time iso={receivedAt} clock={clock} />,
      },
      {
        key: 'method',
        label: text('inspector.method'),
        className: 'max-xl:hidden',
        cell: ({ method }) => (
          <span className="font-medium font-mono text-micro text-text-2">{method}</span>
        ),
      },
      {
        key: 'event',
        label: text('inspector.event'),
        cell: (request) => <Event {...{ request, known }} />,
      },
      ...(endpoints ? [endpoint] : []),
      {
        key: 'verdict',
        label: text('inspector.verdict'),
        cell: (request) => <Verdict request={request} />,
      },
      {
        key: 'verification',
        label: text('inspector.verification'),
        cell: (request) => <Verification request={request} />,
      },
      {
        key: 'size',
        label: text('inspector.size'),
        className: endpoints ? 'text-right max-2xl:hidden' : 'text-right max-xl:hidden',
        cell: ({ bodySize }) => (
          <span className="whitespace-nowrap text-meta text-text-2 tabular-nums">
            {bytes(bodySize, text.locale)}
          </span>
        ),
      },
    ],
    template: endpoints ? ofAllTemplate : template,
    height: 30,
    narrow: (request) => <Narrow {...{ request, known }} />,
    narrowHeight: 59,
  };
}

/** By the clock; with the day in front where it isn't today's. */
function Time({ iso, clock, short }: { iso: string; clock: Clock; short?: boolean }) {
  const at = new Date(iso);
  const { time, ms } = clockTime(at, clock);
  const today = at.toDateString() === new Date().toDateString();
  return (
    <time
      dateTime={iso}
      title={fullMoment(at, clock)}
      className="whitespace-nowrap font-mono text-meta tabular-nums tracking-[-0.02em]"
    >
      {!today && `${shortDay(at, clock)} `}
      {today ? time : time.slice(0, 5)}
      {today && !short && <span className="text-text-3">{ms}</span>}
    </time>
  );
}

type EventProps = { request: RequestSummary; known: Known };

function Event({ request, known: { text, replayed } }: EventProps) {
  const { id, event, replayOf } = request;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {event.type === null ? (
        <span className="truncate text-meta text-text-3">{text('inspector.noEvent')}</span>
      ) : (
        <span className="truncate font-mono text-meta tracking-[-0.02em]">{event.type}</span>
      )}
      {replayOf !== null && <Tag>{text('inspector.tag.replay')}</Tag>}
      {replayed.has(id) && (
        <span
          role="img"
          aria-label={text('inspector.tag.replayed')}
          title={text('inspector.tag.replayed')}
          className="flex-none text-text-3"
        >
          <Icon icon={RotateCcw} size={12} />
        </span>
      )}
    </span>
  );
}

function Narrow({ request, known }: EventProps) {
  const { text, clock, endpoints } = known;
  return (
    <>
      <span className="flex items-center justify-between gap-3">
        <Event {...{ request, known }} />
        <Time iso={request.receivedAt} clock={clock} short />
      </span>
      <span className="flex h-[22px] items-center gap-3.5 pt-0.5">
        <Verdict request={request} />
        <Verification request={request} />
        <span className="min-w-0 flex-1 truncate text-right text-meta text-text-3 tabular-nums">
          {endpoints?.get(request.endpointId) ?? bytes(request.bodySize, text.locale)}
        </span>
      </span>
    </>
  );
}
