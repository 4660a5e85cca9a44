'use client';

import { callApi } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import { refresh } from '../api/use-read.ts';
import { useShell } from '../shell/shell-context.ts';
import { useText } from '../text.tsx';
import { useToast } from '../ui/toast.tsx';
import { eachWorkflow, type Named, saidOf } from './each-workflow.ts';
import { useRemove } from './use-remove.ts';

type Act = 'pause' | 'resume';

const lists = '/api/v1/workflows';
const inverse = { pause: 'resume', resume: 'pause' } as const;

/** What can be done to workflows from the list. Pausing and deleting can be undone for 6 s. */
export function useWorkflowActions() {
  const text = useText();
  const toast = useToast();
  const { go } = useShell();

  async function set(act: Act, workflows: readonly Named[], undone = false): Promise<void> {
    const { done, problem } = await eachWorkflow(workflows, (id) =>
      callApi(`${lists}/${id}/${act}`, { method: 'POST', body: {} }),
    );
    if (problem) toast({ title: failureWords(problem, text), tone: 'bad' });
    if (done.length > 0) {
      toast({
        title: saidOf(text, act === 'pause' ? 'workflows.paused' : 'workflows.resumed', done),
        ...(!undone && {
          action: { label: text('ui.undo'), onClick: () => void set(inverse[act], done, true) },
        }),
      });
    }
    await refresh(lists);
  }

  async function duplicate({ id, name }: Named): Promise<void> {
    const body = { name: text('workflows.copyName', { name }).slice(0, 200) };
    const answer = await callApi<Named>(`${lists}/${id}/duplicate`, { method: 'POST', body });
    if (!answer.ok) return toast({ title: failureWords(answer.failure, text), tone: 'bad' });
    const copy = answer.body;
    toast({
      title: text('workflows.duplicated', { name: copy.name }),
      action: { label: text('workflows.open'), onClick: () => go(`/workflows/${copy.id}`) },
    });
    await refresh(lists);
  }

  return {
    pause: (workflows: readonly Named[]) => void set('pause', workflows),
    resume: (workflows: readonly Named[]) => void set('resume', workflows),
    remove: useRemove(),
    duplicate: (workflow: Named) => void duplicate(workflow),
  };
}
export type WorkflowActions = ReturnType<typeof useWorkflowActions>;
