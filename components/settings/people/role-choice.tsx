'use client';

import { useState } from 'react';
import { roles } from '#lib/core/principal.ts';
import { callApi } from '../../api/call-api.ts';
import { failureWords } from '../../api/failure-words.ts';
import { refresh } from '../../api/use-read.ts';
import { useText } from '../../text.tsx';
import { Select } from '../../ui/select.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type Member, nameOf } from './member-types.ts';

export type RoleChoiceProps = { member: Member; canChange: boolean; isLastOwner: boolean };

/** In force at once; the last owner stays one. */
export function RoleChoice({ member, canChange, isLastOwner }: RoleChoiceProps) {
  const text = useText();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const name = nameOf(member);
  if (!canChange || isLastOwner) {
    return (
      <span
        className="text-text-2"
        title={isLastOwner && canChange ? text('settings.people.lastOwner') : undefined}
      >
        {text(`role.${member.role}`)}
      </span>
    );
  }

  async function change(role: Member['role']): Promise<void> {
    if (role === member.role) return;
    setBusy(true);
    const path = `/api/v1/members/${member.id}`;
    const answer = await callApi(path, { method: 'PATCH', body: { role } });
    setBusy(false);
    if (!answer.ok) return toast({ title: failureWords(answer.failure, text), tone: 'bad' });
    toast({ title: text('settings.people.roleChanged', { name, role: text(`role.${role}`) }) });
    await refresh('/api/v1/members');
  }

  return (
    <Select
      compact
      aria={text('settings.people.role', { name })}
      disabled={busy}
      value={member.role}
      onChange={(role) => void change(role)}
      options={roles.map((role) => ({ value: role, label: text(`role.${role}`) }))}
    />
  );
}
