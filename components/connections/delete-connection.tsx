'use client';

import { textCount } from '#lib/i18n/text.ts';
import { callApi } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import { refresh } from '../api/use-read.ts';
import { useText } from '../text.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Tag } from '../ui/tag.tsx';
import { useToast } from '../ui/toast.tsx';
import type { Connection, ConnectionUsage } from './connection-types.ts';

export type DeleteConnectionProps = {
  connection: Connection;
  users: ConnectionUsage['workflows'];
  onOpenChange: (open: boolean) => void;
};

/** Names the workflows that would fail before anything is deleted. */
export function DeleteConnection({ connection, users, onOpenChange }: DeleteConnectionProps) {
  const text = useText();
  const toast = useToast();
  const { id, name } = connection;

  async function remove(): Promise<string | undefined> {
    const answer = await callApi(`/api/v1/connections/${id}`, { method: 'DELETE' });
    if (!answer.ok) return failureWords(answer.failure, text);
    toast({ title: text('connections.deleted', { name }) });
    await refresh('/api/v1/connections');
    return undefined;
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title={text('connections.delete.title', { name })}
      verb={text('ui.delete')}
      busyVerb={text('ui.deleting')}
      onConfirm={remove}
      {...(users.length > 0 && { typed: name })}
    >
      {users.length === 0 ? (
        <p>{text('connections.delete.unused')}</p>
      ) : (
        <>
          <p>{textCount(text, 'connections.delete.used', users.length)}</p>
          <ul className="flex flex-col gap-1">
            {users.map((user) => (
              <li key={user.id} className="flex items-center gap-2 text-text">
                <span className="truncate font-medium">{user.name}</span>
                {user.live && <Tag>{text('connections.delete.live')}</Tag>}
              </li>
            ))}
          </ul>
        </>
      )}
    </ConfirmDialog>
  );
}
