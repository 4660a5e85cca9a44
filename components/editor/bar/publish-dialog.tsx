'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Rocket } from 'lucide-react';
import { useState } from 'react';
import { callApi } from '#components/api/call-api.ts';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { ProblemRows } from './problem-rows.tsx';

type Publishing = { saveNow: () => Promise<boolean>; onClose: () => void };

export function PublishDialog({ saveNow, onClose }: Publishing) {
  const text = useText();
  const store = useEditorStore();
  const all = useEditor((state) => state.problems);
  const problems = all.filter(({ severity }) => severity === 'error');
  const { publish, busy, failure, setNote } = usePublish({ saveNow, onClose });
  const blocked = problems.length > 0;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-press" />
        <Dialog.Popup className="editor fixed top-[18%] left-1/2 z-50 w-[min(480px,calc(100vw-24px))] -translate-x-1/2">
          <div className="ed-pop flex flex-col gap-3 p-5">
            <Dialog.Title className="font-semibold text-title">
              {text('editor.publish.title')}
            </Dialog.Title>
            <p className="text-text-2">
              {text(blocked ? 'editor.publish.blocked' : 'editor.publish.lead')}
            </p>
            {blocked ? (
              <ProblemRows
                problems={problems}
                onFix={({ nodeId, field }) => {
                  onClose();
                  store.getState().select(nodeId ? [nodeId] : []);
                  store.getState().openNode(nodeId ?? null, field);
                }}
              />
            ) : (
              <label className="flex flex-col gap-1 font-medium text-meta text-text-2">
                {text('editor.publish.note')}
                <textarea
                  className="min-h-16 rounded-sm bg-input p-2 font-normal text-body text-text inset-ring inset-ring-line-field"
                  maxLength={2000}
                  onChange={(event) => setNote(event.target.value)}
                />
              </label>
            )}
            {failure && (
              <p role="alert" className="text-bad">
                {text('editor.publish.failed', { detail: failure })}
              </p>
            )}
            <div className="flex justify-end gap-2">
              <Button onClick={onClose}>{text('editor.publish.cancel')}</Button>
              <Button
                variant="primary"
                icon={Rocket}
                aria-disabled={blocked}
                busyLabel={busy && text('editor.publishing')}
                onClick={() => !blocked && void publish()}
              >
                {text('editor.publish')}
              </Button>
            </div>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function usePublish({ saveNow, onClose }: Publishing) {
  const text = useText();
  const store = useEditorStore();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const publish = async () => {
    if (busy) return;
    setBusy(true);
    const { workflow, setWorkflow, tell } = store.getState();
    const path = `/api/v1/workflows/${workflow.id}/publish`;
    const saved = await saveNow();
    const answer = saved
      ? await callApi<{ version: number }>(path, { method: 'POST', body: note ? { note } : {} })
      : null;
    setBusy(false);
    if (!answer?.ok) {
      setFailure(answer?.failure.detail || text('editor.save.unsaved'));
      return;
    }
    const { version } = answer.body;
    const status = workflow.status === 'paused' ? 'paused' : 'live';
    setWorkflow({ status, liveVersion: version, changed: false });
    tell(text('editor.publish.done', { version }));
    onClose();
  };
  return { publish, busy, failure, setNote };
}
