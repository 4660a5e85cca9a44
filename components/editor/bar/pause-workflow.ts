import { callApi } from '#components/api/call-api.ts';
import { failureWords } from '#components/api/failure-words.ts';
import type { EditorStore } from '#components/editor/store/create-editor-store.ts';
import type { OpenedWorkflow } from '#components/editor/store/document.ts';
import type { ToastMessage } from '#components/ui/toast-message.ts';
import type { Text } from '#lib/i18n/text.ts';

export type Telling = { store: EditorStore; text: Text; toast: (message: ToastMessage) => void };

/** Holds new requests back, or lets them run again. Pausing can be taken back at once. */
export async function pauseWorkflow(telling: Telling, verb: 'pause' | 'resume'): Promise<void> {
  const { store, text, toast } = telling;
  const { id } = store.getState().workflow;
  const path = `/api/v1/workflows/${id}/${verb}`;
  const answer = await callApi<OpenedWorkflow>(path, { method: 'POST', body: {} });
  if (!answer.ok) {
    toast({ title: failureWords(answer.failure, text), tone: 'bad' });
    return;
  }
  store.getState().setWorkflow({ status: answer.body.status });
  const back = verb === 'pause' && {
    action: { label: text('editor.undo'), onClick: () => void pauseWorkflow(telling, 'resume') },
  };
  toast({ title: text(`editor.${verb}.done`), ...back });
}
