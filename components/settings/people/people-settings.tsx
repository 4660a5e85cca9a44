'use client';

import { Hourglass, Link as LinkIcon, Mail } from 'lucide-react';
import { useState } from 'react';
import { type Text, textCount } from '#lib/i18n/text.ts';
import { shortDay, shortMoment } from '#lib/i18n/time.ts';
import { usePages } from '../../api/use-pages.ts';
import { useClock } from '../../clock.tsx';
import { useShell } from '../../shell/shell-context.ts';
import { useText } from '../../text.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LoadFailed } from '../../ui/load-failed.tsx';
import { Status } from '../../ui/status.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { SettingCard, SettingGroup } from '../setting-group.tsx';
import { WaitingRows } from '../waiting-rows.tsx';
import { Invite } from './invite.tsx';
import { type Member, nameOf } from './member-types.ts';
import { RemoveMember } from './remove-member.tsx';
import { RoleChoice } from './role-choice.tsx';

/** `/settings/people`: members and invitations. Owners change roles, invite and remove. */
export function PeopleSettings() {
  const text = useText();
  const { person } = useShell();
  const [inviting, setInviting] = useState(false);
  const pages = usePages<Member>('/api/v1/members?limit=100');
  const columns = useColumns(pages.items, pages.hasMore);
  const people = pages.items.toSorted((a, b) => a.status.localeCompare(b.status));
  return (
    <SettingGroup
      title={text('settings.people')}
      lead={text('settings.people.lead')}
      {...(!pages.hasMore && { count: countOf(pages.items, text) })}
      action={
        person.role === 'owner' && (
          <Button variant="primary" icon={LinkIcon} onClick={() => setInviting(true)}>
            {text('settings.people.invite')}
          </Button>
        )
      }
    >
      <SettingCard>
        {pages.error && <LoadFailed failure={pages.error} onRetry={pages.retry} />}
        {pages.loading && !pages.error && <WaitingRows />}
        {pages.items.length > 0 && (
          <Table
            label={text('settings.people')}
            columns={columns}
            rows={people}
            keyOf={({ id }) => id}
          />
        )}
      </SettingCard>
      {person.role !== 'owner' && (
        <p className="mt-2 text-meta text-text-3">{text('ui.ownerOnly')}</p>
      )}
      {pages.hasMore && (
        <Button className="mt-3" onClick={pages.loadMore}>
          {text('ui.showMore')}
        </Button>
      )}
      {inviting && <Invite onOpenChange={setInviting} />}
    </SettingGroup>
  );
}

/** `2 people, 1 invited`: who only has a link isn't one of them yet. */
function countOf(members: readonly Member[], text: Text): string {
  const invited = members.filter(({ status }) => status === 'invited').length;
  const people = textCount(text, 'settings.people.count', members.length - invited);
  return invited === 0 ? people : text('settings.people.countInvited', { people, invited });
}

/** `more`: owners may be on pages that aren't loaded, so nobody counts as the last one here. */
function useColumns(members: readonly Member[], more: boolean): Column<Member>[] {
  const text = useText();
  const { person } = useShell();
  const owners = members.filter(({ role, status }) => role === 'owner' && status === 'active');
  const isLast = (member: Member) =>
    !more && owners.length === 1 && owners.some(({ id }) => id === member.id);
  const canManage = person.role === 'owner';
  const columns: Column<Member>[] = [
    {
      key: 'name',
      label: text('settings.people.column.name'),
      title: true,
      cell: (member) => <Named member={member} isMe={member.email === person.email} />,
    },
    {
      key: 'email',
      label: text('settings.people.column.email'),
      second: true,
      cell: ({ email }) => <span className="text-text-2">{email}</span>,
    },
    {
      key: 'role',
      label: text('settings.people.column.role'),
      cell: (member) => (
        <RoleChoice member={member} canChange={canManage} isLastOwner={isLast(member)} />
      ),
    },
    {
      key: 'since',
      label: text('settings.people.column.since'),
      from: 'md',
      cell: (member) => <Since member={member} />,
    },
  ];
  if (!canManage) return columns;
  const actions: Column<Member> = {
    key: 'actions',
    label: text('settings.people.column.actions'),
    hideLabel: true,
    cell: (member) => <RemoveMember member={member} isLastOwner={isLast(member)} />,
  };
  return [...columns, actions];
}

function Named({ member, isMe }: { member: Member; isMe: boolean }) {
  const text = useText();
  if (member.status === 'invited') {
    return (
      <span className="flex items-center gap-2 text-text-2">
        <span className="grid size-7 flex-none place-items-center rounded-full text-text-3 inset-ring inset-ring-line-2">
          <Icon icon={Mail} size={14} />
        </span>
        {text('settings.people.invited')}
      </span>
    );
  }
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Avatar name={member.email} />
      <span className="truncate">{nameOf(member)}</span>
      {isMe && <Tag>{text('settings.people.you')}</Tag>}
    </span>
  );
}

function Since({ member }: { member: Member }) {
  const text = useText();
  const clock = useClock();
  if (member.expiresAt === null)
    return (
      <span className="text-text-2">
        {text('settings.people.joined', { time: shortDay(new Date(member.createdAt), clock) })}
      </span>
    );
  const time = shortMoment(new Date(member.expiresAt), clock);
  return (
    <Status tone="wait" icon={Hourglass}>
      {text('settings.people.until', { time })}
    </Status>
  );
}
