'use client';

import {
  Ban,
  DoorOpen,
  KeyRound,
  LogIn,
  type LucideIcon,
  Pencil,
  Plug,
  RotateCcw,
  UserRound,
  Workflow,
} from 'lucide-react';
import { fullMoment, shortMoment } from '#lib/i18n/time.ts';
import { useClock } from '../../clock.tsx';
import { useText } from '../../text.tsx';
import { Status } from '../../ui/status.tsx';
import type { Column } from '../../ui/table.tsx';
import { type AuditEvent, actionWords, detailWords, isRefusal } from './audit-words.ts';

const icons: Record<string, LucideIcon> = {
  sign_in: LogIn,
  member: UserRound,
  invitation: UserRound,
  token: KeyRound,
  connection: Plug,
  endpoint: DoorOpen,
  workflow: Workflow,
  request: RotateCcw,
  run: RotateCcw,
};

export function useAuditColumns(): Column<AuditEvent>[] {
  const text = useText();
  const clock = useClock();
  return [
    {
      key: 'when',
      label: text('settings.audit.column.when'),
      second: true,
      cell: ({ at }) => (
        <time
          dateTime={at}
          title={fullMoment(new Date(at), clock)}
          className="text-meta text-text-2 tabular-nums"
        >
          {shortMoment(new Date(at), clock)}
        </time>
      ),
    },
    {
      key: 'what',
      label: text('settings.audit.column.what'),
      from: 'sm',
      cell: ({ action }) => <Action action={action} />,
    },
    {
      key: 'detail',
      label: text('settings.audit.column.detail'),
      title: true,
      cell: (event) => {
        const words = detailWords(event, text);
        return (
          <span className="font-normal text-text-2" title={words}>
            {words || '–'}
          </span>
        );
      },
      narrow: (event) => (
        <span className="flex items-center gap-2 font-normal text-text-2">
          <Action action={event.action} />
          <span className="min-w-0 truncate">{detailWords(event, text)}</span>
        </span>
      ),
    },
    {
      key: 'who',
      label: text('settings.audit.column.who'),
      second: true,
      cell: ({ actor }) => (
        <span className="block max-w-[200px] truncate text-text-2">{actor.label}</span>
      ),
    },
    {
      key: 'from',
      label: text('settings.audit.column.from'),
      numeric: true,
      from: 'lg',
      cell: ({ ip }) => <code className="font-mono text-meta text-text-2">{ip || '–'}</code>,
    },
  ];
}

function Action({ action }: { action: string }) {
  const text = useText();
  const refused = isRefusal(action);
  const icon = refused ? Ban : (icons[action.split('.')[0] ?? ''] ?? Pencil);
  return (
    <Status tone={refused ? 'bad' : 'idle'} icon={icon} quiet={!refused}>
      {actionWords(action, text)}
    </Status>
  );
}
