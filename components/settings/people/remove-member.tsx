'use client';

import { UserMinus, X } from 'lucide-react';
import { useState } from 'react';
import { callApi } from '../../api/call-api.ts';
import { failureWords } from '../../api/failure-words.ts';
import { refresh } from '../../api/use-read.ts';
import { useText } from '../../text.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type Member, nameOf } from './member-types.ts';

export type RemoveMemberProps = { member: Member; isLastOwner: boolean };

/** Removes a person, or takes an invitation back, after asking. */
export function RemoveMember({ member, isLastOwner }: RemoveMemberProps) {
  const text = useText();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const name = nameOf(member);
  const invited = member.status === 'invited';
  const what = invited ? 'settings.people.takeBack' : 'settings.people.remove';

  async function remove(): Promise<string | undefined> {
    const answer = await callApi(`/api/v1/members/${member.id}`, { method: 'DELETE' });
    if (!answer.ok) return failureWords(answer.failure, text);
    toast({
      title: text(invited ? 'settings.people.takenBack' : 'settings.people.removed', { name }),
    });
    await refresh('/api/v1/members');
    return undefined;
  }

  if (isLastOwner) return null;
  return (
    <>
      <IconButton
        icon={invited ? X : UserMinus}
        label={
          invited ? text('settings.people.takeBack.verb') : text('settings.people.remove', { name })
        }
        onClick={() => setAsking(true)}
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={text(`${what}.title`, { name })}
        verb={text(`${what}.verb`)}
        busyVerb={text('ui.saving')}
        onConfirm={remove}
      >
        <p>{text(`${what}.lead`)}</p>
      </ConfirmDialog>
    </>
  );
}
