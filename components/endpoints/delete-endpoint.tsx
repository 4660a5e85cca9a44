'use client';

import { textCount } from '#lib/i18n/text.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { Endpoint } from './endpoint-draft.ts';
import { useActivity } from './use-activity.ts';
import { useEndpointActions } from './use-endpoint-actions.ts';

export type DeleteEndpointProps = {
  endpoint: Pick<Endpoint, 'id' | 'name'>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDeleted?: () => void;
};

/** Asks for the name before deleting; while live workflows listen it names them instead. */
export function DeleteEndpoint({ endpoint, open, onOpenChange, onDeleted }: DeleteEndpointProps) {
  const text = useText();
  const { remove } = useEndpointActions();
  const { id, name } = endpoint;
  const users =
    useActivity(open ? [id] : [])
      .get(id)
      ?.workflows.filter(({ live }) => live) ?? [];
  if (users.length > 0) {
    const names = users.map((user) => `“${user.name}”`).join(', ');
    return (
      <Dialog
        open={open}
        onOpenChange={onOpenChange}
        title={text('endpoints.delete.inUse.title', { name })}
        actions={<Button onClick={() => onOpenChange(false)}>{text('ui.close')}</Button>}
      >
        <p>{textCount(text, 'endpoints.delete.inUse', { count: users.length, names })}</p>
      </Dialog>
    );
  }
  const confirm = async () => {
    const failed = await remove(endpoint);
    if (failed === undefined) onDeleted?.();
    return failed;
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={text('endpoints.delete.title', { name })}
      verb={text('ui.delete')}
      busyVerb={text('ui.deleting')}
      typed={name}
      onConfirm={confirm}
    >
      <p>{text('endpoints.delete.lead')}</p>
    </ConfirmDialog>
  );
}
