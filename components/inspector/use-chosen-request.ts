'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useState } from 'react';
import { useReplays } from './use-replays.ts';
import { useRequestDetail } from './use-request-detail.ts';

/** Which request is looked at or edited. A replay of it takes its place. */
export function useChosenRequest(firstId: string | undefined) {
  const address = useSearchParams();
  const [selected, setSelected] = useState(firstId);
  const [editing, setEditing] = useState(firstId !== undefined && address.get('edit') === '1');
  const open = useCallback((id: string | undefined) => {
    setSelected(id);
    setEditing(false);
  }, []);
  const goOn = useCallback((id: string, of: string) => {
    setSelected((now) => (now === of ? id : now));
    setEditing(false);
  }, []);
  const { follow, ...read } = useRequestDetail(selected);
  return { selected, editing, setEditing, open, ...read, replays: useReplays({ goOn, follow }) };
}
