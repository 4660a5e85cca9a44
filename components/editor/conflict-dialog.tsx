'use client';

import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useRef } from 'react';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { callApi } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import type { OpenedWorkflow } from './store/document.ts';
import { useEditor, useEditorStore } from './store/editor-store.tsx';

/** Somebody else saved. Nothing of either side is lost before the person has decided. */
export function ConflictDialog({ onSettled }: { onSettled: () => void }) {
  const text = useText();
  const store = useEditorStore();
  const open = useEditor((state) => state.saveState === 'conflict');
  const id = useEditor((state) => state.workflow.id);
  const takeTheirs = async () => {
    const answer = await callApi<OpenedWorkflow>(`/api/v1/workflows/${id}`);
    if (!answer.ok) return store.getState().tell(failureWords(answer.failure, text));
    store.getState().replaceDraft(answer.body);
    onSettled();
  };
  const copying = useRef(false);
  const keepMine = async () => {
    if (copying.current) return;
    copying.current = true;
    const { graph, workflow, tell } = store.getState();
    const name = text('editor.copyName', { name: workflow.name }).slice(0, 200);
    const body = { name, graph, newEndpoints: true };
    const answer = await callApi<OpenedWorkflow>('/api/v1/workflows', { method: 'POST', body });
    copying.current = answer.ok;
    if (!answer.ok) return tell(failureWords(answer.failure, text));
    onSettled();
    window.location.assign(`/workflows/${answer.body.id}`);
  };
  return (
    <AlertDialog.Root open={open}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-press" />
        <AlertDialog.Popup className="editor fixed top-[18%] left-1/2 z-50 w-[min(520px,calc(100vw-24px))] -translate-x-1/2">
          <div className="ed-pop flex flex-col gap-3 p-5">
            <AlertDialog.Title className="font-semibold text-title">
              {text('editor.conflict.title')}
            </AlertDialog.Title>
            <AlertDialog.Description className="text-text-2">
              {text('editor.conflict.lead')}
            </AlertDialog.Description>
            <div className="flex flex-wrap justify-end gap-2">
              <a
                className={buttonClass()}
                href={`/workflows/${id}`}
                target="_blank"
                rel="noreferrer"
              >
                {text('editor.conflict.look')}
              </a>
              <Button onClick={() => void takeTheirs()}>{text('editor.conflict.theirs')}</Button>
              <Button variant="primary" onClick={() => void keepMine()}>
                {text('editor.conflict.copy')}
              </Button>
            </div>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
