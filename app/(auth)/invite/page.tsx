import { Hourglass, PencilLine } from 'lucide-react';
import { Heading } from '#components/people/heading.tsx';
import { JoinForm } from '#components/people/join-form.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { Note } from '#components/ui/note.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { Text } from '#lib/i18n/text.ts';
import { shortMoment } from '#lib/i18n/time.ts';
import { pageLook } from '#lib/web/page-look.ts';
import { pageTitle } from '#lib/web/page-title.ts';
import { getWiring, type Wiring } from '#lib/wiring.ts';

export const generateMetadata = pageTitle('page.join');

type Props = { searchParams: Promise<{ code?: string | string[] }> };
type Found = Awaited<ReturnType<Wiring['people']['start']['invitation']>>;
type Invitation = Extract<Found, { ok: true }>['value'];

export default async function InvitePage({ searchParams }: Props) {
  const { code } = await searchParams;
  const { text, clock } = await pageLook();
  const known = typeof code === 'string' ? code : '';
  const found = await getWiring().people.start.invitation(known);
  if (!found.ok) {
    return <Heading title={text('invite.ended.title')}>{text('invite.ended.lead')}</Heading>;
  }
  const invitation = found.value;
  return (
    <>
      <Heading title={text('invite.title', { workspace: invitation.workspaceName })}>
        {text('invite.lead')}
      </Heading>
      <WhoInvited invitation={invitation} text={text} />
      <JoinForm code={known} email={invitation.email} known={invitation.known} />
      <div className="mt-3.5 flex flex-col gap-2">
        <Note icon={Hourglass}>
          {text('invite.until', { time: shortMoment(invitation.expiresAt, clock) })}
        </Note>
        <Note icon={PencilLine}>{text(`role.${invitation.role}.can`)}</Note>
      </div>
    </>
  );
}

function WhoInvited({ invitation, text }: { invitation: Invitation; text: Text }) {
  const { invitedBy, email, role } = invitation;
  return (
    <div className="mt-5 flex h-[52px] items-center gap-2.5 rounded-md bg-surface px-3 inset-ring inset-ring-line">
      <Avatar name={invitedBy ?? email} />
      <div className="min-w-0 flex-1">
        <div className="truncate font-medium">
          {invitedBy ? text('invite.by', { name: invitedBy }) : text('invite.by.nobody')}
        </div>
        <div className="truncate text-meta text-text-3">{email}</div>
      </div>
      <Tag>{text(`role.${role}`)}</Tag>
    </div>
  );
}
