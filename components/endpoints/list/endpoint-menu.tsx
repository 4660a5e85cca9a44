'use client';

import {
  Copy,
  DoorClosed,
  DoorOpen,
  Ellipsis,
  Inbox,
  SlidersHorizontal,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { useShell } from '../../shell/shell-context.ts';
import { useText } from '../../text.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu-props.ts';
import { useToast } from '../../ui/toast.tsx';
import { DeleteEndpoint } from '../delete-endpoint.tsx';
import type { Endpoint } from '../endpoint-draft.ts';
import { useEndpointActions } from '../use-endpoint-actions.ts';

/** What can be done to one endpoint of the list. Viewers get only what changes nothing. */
export function EndpointMenu({ endpoint }: { endpoint: Endpoint }) {
  const text = useText();
  const [deleting, setDeleting] = useState(false);
  const looking = useLookItems(endpoint);
  const changing = useChangeItems(endpoint, () => setDeleting(true));
  return (
    <>
      <Menu
        trigger={
          <IconButton icon={Ellipsis} label={text('endpoints.menu', { name: endpoint.name })} />
        }
        items={[...looking, ...changing]}
      />
      {deleting && <DeleteEndpoint endpoint={endpoint} open onOpenChange={setDeleting} />}
    </>
  );
}

function useLookItems({ id, url }: Endpoint): MenuItem[] {
  const text = useText();
  const toast = useToast();
  const { go } = useShell();
  const copy = async () => {
    if (await copyText(url)) toast({ title: text('ui.copied') });
  };
  return [
    {
      label: text('endpoints.menu.requests'),
      icon: Inbox,
      onSelect: () => go(`/endpoints/${id}`),
    },
    {
      label: text('endpoints.menu.settings'),
      icon: SlidersHorizontal,
      onSelect: () => go(`/endpoints?settings=${id}`),
    },
    { label: text('endpoints.copyUrl'), icon: Copy, onSelect: () => void copy() },
  ];
}

function useChangeItems(endpoint: Endpoint, onDelete: () => void): (MenuItem | 'separator')[] {
  const text = useText();
  const { person } = useShell();
  const { setOpen } = useEndpointActions();
  if (person.role === 'viewer') return [];
  const { enabled } = endpoint;
  return [
    'separator',
    {
      label: text(enabled ? 'endpoints.menu.close' : 'endpoints.menu.open'),
      icon: enabled ? DoorClosed : DoorOpen,
      onSelect: () => void setOpen(endpoint, !enabled),
    },
    { label: text('endpoints.menu.delete'), icon: Trash2, danger: true, onSelect: onDelete },
  ];
}
