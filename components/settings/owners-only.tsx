'use client';

import { Lock } from 'lucide-react';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Member } from './people/member-types.ts';

/** In the place of what only owners may see: who they are. */
export function OwnersOnly() {
  const text = useText();
  const { data } = useRead<{ items: Member[] }>('/api/v1/members?limit=200');
  const owners = (data?.items ?? []).filter(
    ({ role, status }) => role === 'owner' && status === 'active',
  );
  const names = owners.map(({ name, email }) => name || email).join(', ');
  return (
    <EmptyState
      icon={Lock}
      title={text('settings.ownersOnly.title')}
      lead={
        names === ''
          ? text('settings.ownersOnly.nobody')
          : text('settings.ownersOnly.lead', { names })
      }
    />
  );
}
