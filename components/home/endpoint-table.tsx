import type { Text } from '#lib/i18n/text.ts';
import { Card } from '../ui/card.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Cell, Empty, HeadCell, More } from './table.tsx';

export type EndpointRow = {
  id: string;
  name: string;
  url: string;
  /** Nobody outside this network can send to it. */
  local: boolean;
  received: number;
  ran: number;
  rejected: number;
};

export type EndpointTableProps = { rows: EndpointRow[]; more: boolean; text: Text };

export function EndpointTable({ rows, more, text }: EndpointTableProps) {
  if (rows.length === 0) {
    return (
      <Card title={text('home.endpoints')}>
        <Empty>{text('home.endpoints.none')}</Empty>
      </Card>
    );
  }
  return (
    <Card title={text('home.endpoints')} count={more ? `${rows.length}+` : rows.length}>
      <table className="w-full table-fixed border-separate border-spacing-0">
        <thead>
          <tr>
            <HeadCell>{text('home.name')}</HeadCell>
            <th
              scope="col"
              className="h-7 border-line border-b px-2 text-left font-medium text-micro text-text-3 max-md:w-14 md:w-[46%]"
            >
              <span className="max-md:sr-only">{text('home.url')}</span>
            </th>
            <HeadCell numeric>{text('home.received')}</HeadCell>
            <HeadCell numeric wide>
              {text('home.ran')}
            </HeadCell>
            <HeadCell numeric wide>
              {text('home.rejected')}
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} text={text} />
          ))}
        </tbody>
      </table>
      {more && <More>{text('home.more', { count: rows.length })}</More>}
    </Card>
  );
}

function Row({ row, text }: { row: EndpointRow; text: Text }) {
  return (
    <tr className="group">
      <Cell>
        <a
          href={`/endpoints/${row.id}`}
          className="block truncate rounded-sm font-medium hover:underline"
          title={row.name}
        >
          {row.name}
        </a>
      </Cell>
      <Cell>
        <span className="flex items-center gap-1">
          <span
            className="truncate font-mono text-meta text-text-2 max-md:hidden"
            title={row.local ? `${row.url} · ${text('home.local')}` : row.url}
          >
            {row.url}
          </span>
          <CopyButton value={row.url} label={text('home.copy')} copiedLabel={text('home.copied')} />
        </span>
      </Cell>
      <Cell numeric>{count(row.received)}</Cell>
      <Cell numeric wide>
        {count(row.ran)}
      </Cell>
      <Cell numeric wide>
        <span className={row.rejected > 0 ? 'text-bad' : undefined}>{count(row.rejected)}</span>
      </Cell>
    </tr>
  );
}

function count(value: number): string {
  return value.toLocaleString('en');
}
