'use client';

import { callApi } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import { refresh } from '../api/use-read.ts';
import { useText } from '../text.tsx';
import { useToast } from '../ui/toast.tsx';
import { eachWorkflow, type Named, saidOf } from './each-workflow.ts';
import { hide, show } from './going-workflows.ts';

const lists = '/api/v1/workflows';

/** Hidden at once, deleted when its message goes away or the page does: until then nothing is lost. */
export function useRemove() {
  const text = useText();
  const toast = useToast();
  return (workflows: readonly Named[]): void => {
    const ids = workflows.map(({ id }) => id);
    let over = false;
    const end = () => {
      over = true;
      window.removeEventListener('pagehide', leaving);
    };
    const leaving = () => {
      if (over) return;
      end();
      for (const id of ids) void fetch(`${lists}/${id}`, { method: 'DELETE', keepalive: true });
    };
    const commit = async () => {
      if (over) return;
      end();
      const { problem } = await eachWorkflow(workflows, (id) =>
        callApi(`${lists}/${id}`, { method: 'DELETE' }),
      );
      if (problem) toast({ title: failureWords(problem, text), tone: 'bad' });
      await refresh(lists);
      show(ids);
    };
    hide(ids);
    window.addEventListener('pagehide', leaving);
    toast({
      title: saidOf(text, 'workflows.deleted', workflows),
      action: {
        label: text('ui.undo'),
        onClick: () => {
          end();
          show(ids);
        },
      },
      onClose: () => void commit(),
    });
  };
}
