'use client';

import { Ellipsis, KeyRound, Trash2, Zap } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../text.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { ConnectionDialog } from './connection-dialog.tsx';
import type { Connection, ConnectionUsage } from './connection-types.ts';
import { DeleteConnection } from './delete-connection.tsx';
import { TestConnection } from './test-connection.tsx';

export type ConnectionMenuProps = { connection: Connection; users: ConnectionUsage['workflows'] };

export function ConnectionMenu({ connection, users }: ConnectionMenuProps) {
  const text = useText();
  const [doing, setDoing] = useState<'edit' | 'test' | 'delete'>();
  const close = () => setDoing(undefined);
  return (
    <>
      <Menu
        trigger={
          <IconButton icon={Ellipsis} label={text('connections.menu', { name: connection.name })} />
        }
        items={[
          {
            label: text('connections.menu.edit'),
            icon: KeyRound,
            onSelect: () => setDoing('edit'),
          },
          { label: text('connections.menu.test'), icon: Zap, onSelect: () => setDoing('test') },
          'separator',
          {
            label: text('connections.menu.delete'),
            icon: Trash2,
            danger: true,
            onSelect: () => setDoing('delete'),
          },
        ]}
      />
      {doing === 'edit' && <ConnectionDialog connection={connection} onOpenChange={close} />}
      {doing === 'test' && <TestConnection connection={connection} onOpenChange={close} />}
      {doing === 'delete' && (
        <DeleteConnection connection={connection} users={users} onOpenChange={close} />
      )}
    </>
  );
}
