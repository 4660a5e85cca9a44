import { Pause, PencilLine, Radio } from 'lucide-react';
import type { Text } from '#lib/i18n/text.ts';
import { Card } from '../ui/card.tsx';
import { Status } from '../ui/status.tsx';
import { Cell, Empty, HeadCell, More } from './table.tsx';

export type WorkflowRow = {
  id: string;
  name: string;
  status: 'live' | 'paused' | 'draft';
  liveVersion: number | null;
  nodes: { name: string }[];
};

export type WorkflowTableProps = { rows: WorkflowRow[]; more: boolean; text: Text };

const looks = {
  live: { tone: 'good', icon: Radio },
  paused: { tone: 'wait', icon: Pause },
  draft: { tone: 'idle', icon: PencilLine },
} as const;

export function WorkflowTable({ rows, more, text }: WorkflowTableProps) {
  if (rows.length === 0) {
    return (
      <Card title={text('home.workflows')}>
        <Empty>{text('home.workflows.none')}</Empty>
      </Card>
    );
  }
  return (
    <Card title={text('home.workflows')} count={more ? `${rows.length}+` : rows.length}>
      <table className="w-full table-fixed border-separate border-spacing-0">
        <thead>
          <tr>
            <HeadCell>{text('home.name')}</HeadCell>
            <HeadCell>{text('home.status')}</HeadCell>
            <HeadCell wide>{text('home.steps')}</HeadCell>
            <HeadCell numeric wide>
              {text('home.version')}
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

function Row({ row, text }: { row: WorkflowRow; text: Text }) {
  const look = looks[row.status];
  const steps = row.nodes.map((node) => node.name).join(' → ');
  return (
    <tr className="group">
      <Cell>
        <a
          href={`/workflows/${row.id}`}
          className="block truncate rounded-sm font-medium hover:underline"
          title={row.name}
        >
          {row.name}
        </a>
      </Cell>
      <Cell>
        <Status {...look}>{text(`status.${row.status}`)}</Status>
      </Cell>
      <Cell wide>
        <span className="block truncate text-text-2" title={steps}>
          {steps || '–'}
        </span>
      </Cell>
      <Cell numeric wide>
        {row.liveVersion ? `v${row.liveVersion}` : '–'}
      </Cell>
    </tr>
  );
}
