'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { callApi } from '#components/api/call-api.ts';
import { failureWords } from '#components/api/failure-words.ts';
import { useEditor } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';

export type DeleteDialogProps = { onClose: () => void; onLeave: (href: string) => void };

export function DeleteDialog({ onClose, onLeave }: DeleteDialogProps) {
  const text = useText();
  const { id, name } = useEditor((state) => state.workflow);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const remove = async () => {
    if (busy) return;
    setBusy(true);
    const answer = await callApi(`/api/v1/workflows/${id}`, { method: 'DELETE' });
    if (answer.ok) return onLeave('/workflows');
    setBusy(false);
    setProblem(failureWords(answer.failure, text));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text('editor.delete.title', { name })}
      actions={
        <>
          <Button onClick={onClose}>{text('editor.delete.cancel')}</Button>
          <Button
            variant="delete"
            icon={Trash2}
            busyLabel={busy && text('editor.deleting')}
            onClick={() => void remove()}
          >
            {text('editor.delete.yes')}
          </Button>
        </>
      }
    >
      <p>{text('editor.delete.lead')}</p>
      {problem && (
        <p role="alert" className="text-bad">
          {problem}
        </p>
      )}
    </Dialog>
  );
}
