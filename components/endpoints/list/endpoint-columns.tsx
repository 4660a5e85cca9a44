'use client';

import { number } from '#lib/i18n/quantity.ts';
import { ago } from '#lib/i18n/time.ts';
import { useText } from '../../text.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { SenderMark } from '../../ui/sender-mark.tsx';
import type { Column } from '../../ui/table.tsx';
import { useNow } from '../../use-now.ts';
import { attentionOf } from '../attention.ts';
import { AttentionStatus } from '../attention-status.tsx';
import type { Endpoint } from '../endpoint-draft.ts';
import type { EndpointActivity, Provider } from '../endpoint-types.ts';
import { SchemeStatus } from '../scheme-status.tsx';
import { shortUrl } from '../short-url.ts';
import { EndpointMenu } from './endpoint-menu.tsx';

export type EndpointRow = { endpoint: Endpoint; activity: EndpointActivity | undefined };

/** The columns of the list; what they show of time moves on with the clock. */
export function useEndpointColumns(providers: readonly Provider[]): Column<EndpointRow>[] {
  const text = useText();
  const now = useNow();
  const since = ({ activity }: EndpointRow) => {
    if (!activity) return '';
    if (activity.lastReceivedAt === null) return text('endpoints.never');
    return ago(Date.parse(activity.lastReceivedAt), now, text.locale);
  };
  const count = (row: EndpointRow, what: 'received' | 'rejected') =>
    row.activity ? number(row.activity[what], text.locale) : '';
  return [
    {
      key: 'name',
      label: text('endpoints.column.name'),
      title: true,
      cell: ({ endpoint }) => <Named endpoint={endpoint} providers={providers} />,
    },
    {
      key: 'url',
      label: text('endpoints.column.url'),
      from: 'xl',
      cell: ({ endpoint }) => <Url url={endpoint.url} />,
    },
    {
      key: 'verification',
      label: text('endpoints.column.verification'),
      from: 'md',
      cell: ({ endpoint }) => (
        <SchemeStatus scheme={endpoint.verification.scheme} providers={providers} />
      ),
    },
    {
      key: 'attention',
      label: text('endpoints.column.attention'),
      second: true,
      cell: ({ endpoint }) => <AttentionStatus attention={attentionOf(endpoint, now)} />,
    },
    {
      key: 'received',
      label: text('endpoints.column.received'),
      numeric: true,
      from: 'md',
      cell: (row) => count(row, 'received'),
    },
    {
      key: 'rejected',
      label: text('endpoints.column.rejected'),
      numeric: true,
      from: 'md',
      cell: (row) => (
        <span className={row.activity?.rejected ? 'font-medium text-bad' : 'text-text-3'}>
          {count(row, 'rejected')}
        </span>
      ),
    },
    {
      key: 'last',
      label: text('endpoints.column.last'),
      second: true,
      named: true,
      cell: (row) => <span className="text-text-2">{since(row)}</span>,
    },
    {
      key: 'workflows',
      label: text('endpoints.column.workflows'),
      from: 'xl',
      cell: ({ activity }) => <Workflows activity={activity} />,
    },
    {
      key: 'actions',
      label: text('endpoints.column.actions'),
      hideLabel: true,
      cell: ({ endpoint }) => <EndpointMenu endpoint={endpoint} />,
    },
  ];
}

function Named({ endpoint, providers }: { endpoint: Endpoint; providers: readonly Provider[] }) {
  const sender = providers.find(({ id }) => id === endpoint.verification.scheme);
  const { initials, tint } = sender ?? { initials: lettersOf(endpoint.name), tint: 'slate' };
  return (
    <span className="flex min-w-0 items-center gap-2">
      <SenderMark initials={initials} tint={tint} />
      <span className="truncate">{endpoint.name}</span>
    </span>
  );
}

function lettersOf(name: string): string {
  const [letter = '·', next = ''] = [...name.replaceAll(/[^\p{L}\p{N}]/gu, '')];
  return letter.toUpperCase() + next.toLowerCase();
}

function Url({ url }: { url: string }) {
  const text = useText();
  return (
    <span className="flex items-center gap-1">
      <code className="font-mono text-meta text-text-2">{shortUrl(url)}</code>
      <CopyButton value={url} label={text('endpoints.copyUrl')} copiedLabel={text('ui.copied')} />
    </span>
  );
}

/** Live ones first; only the first by name. */
function Workflows({ activity }: { activity: EndpointActivity | undefined }) {
  const text = useText();
  if (!activity) return null;
  const [first, ...others] = activity.workflows.toSorted((a, b) => Number(b.live) - Number(a.live));
  if (!first) return <span className="text-text-3">{text('endpoints.unused')}</span>;
  const { name } = first;
  const shown =
    others.length > 0 ? text('endpoints.moreWorkflows', { name, count: others.length }) : name;
  return <span className="block max-w-[160px] truncate text-text-2">{shown}</span>;
}
