'use client';

import {
  CopyPlus,
  Download,
  Ellipsis,
  Keyboard,
  Pause,
  Play,
  StickyNote,
  Trash2,
  Upload,
  WandSparkles,
} from 'lucide-react';
import { useState } from 'react';
import { callApi } from '#components/api/call-api.ts';
import { failureWords } from '#components/api/failure-words.ts';
import { tidyUp } from '#components/editor/canvas/step-actions.ts';
import { useAddNote } from '#components/editor/canvas/use-add-note.ts';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useShell } from '#components/shell/shell-context.ts';
import { useText } from '#components/text.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import type { MenuItem } from '#components/ui/menu-props.ts';
import { useToast } from '#components/ui/toast.tsx';
import { useMedia } from '#components/ui/use-media.ts';
import { tabHref, workflowTabs } from '#components/workflows/workflow-tabs.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { pauseWorkflow } from './pause-workflow.ts';
import { exportWorkflow, importWorkflow } from './workflow-files.ts';

export type MoreMenuProps = { onLeave: (href: string) => void };

/** What is done with the workflow as a whole. */
export function MoreMenu({ onLeave }: MoreMenuProps) {
  const text = useText();
  const store = useEditorStore();
  const toast = useToast();
  const { openKeysList } = useShell();
  const [deleting, setDeleting] = useState(false);
  const mayChange = useEditor((state) => state.role !== 'viewer');
  const canEdit = useEditor((state) => state.canEdit);
  const onNote = useAddNote();
  const telling = { store, text, toast };
  const duplicate = async () => {
    const { id } = store.getState().workflow;
    const path = `/api/v1/workflows/${id}/duplicate`;
    const answer = await callApi<{ id: string }>(path, { method: 'POST', body: {} });
    if (answer.ok) onLeave(`/workflows/${answer.body.id}`);
    else toast({ title: failureWords(answer.failure, text), tone: 'bad' });
  };
  const items: (MenuItem | 'separator' | false)[] = [
    ...useViewItems(onLeave),
    usePauseItem(telling),
    canEdit && {
      label: text('editor.tidy'),
      icon: WandSparkles,
      hint: '⇧T',
      onSelect: () => void tidyUp(store),
    },
    canEdit && { label: text('editor.note.add'), icon: StickyNote, hint: 'N', onSelect: onNote },
    mayChange && {
      label: text('editor.duplicate'),
      icon: CopyPlus,
      onSelect: () => void duplicate(),
    },
    {
      label: text('editor.export'),
      icon: Download,
      onSelect: () => exportWorkflow(telling),
    },
    canEdit && {
      label: text('editor.import'),
      icon: Upload,
      onSelect: () => importWorkflow(telling),
    },
    { label: text('editor.keys'), icon: Keyboard, hint: '?', onSelect: openKeysList },
    mayChange && 'separator',
    mayChange && {
      label: text('editor.delete'),
      icon: Trash2,
      danger: true,
      onSelect: () => setDeleting(true),
    },
  ];
  return (
    <>
      <Menu
        trigger={<IconButton icon={Ellipsis} label={text('editor.more')} />}
        items={items.filter((item) => item !== false)}
      />
      {deleting && <DeleteDialog onClose={() => setDeleting(false)} onLeave={onLeave} />}
    </>
  );
}

/** Where the bar has no room for tabs. */
function useViewItems(onLeave: (href: string) => void): (MenuItem | 'separator')[] {
  const text = useText();
  const { id } = useEditor((state) => state.workflow);
  const narrow = useMedia('(max-width: 1023.98px)');
  if (!narrow) return [];
  const items = workflowTabs
    .filter((tab) => tab !== 'editor')
    .map((tab) => ({
      label: text(`workflows.tab.${tab}`),
      onSelect: () => onLeave(tabHref(id, tab)),
    }));
  return [...items, 'separator'];
}

function usePauseItem(telling: Parameters<typeof pauseWorkflow>[0]): MenuItem | false {
  const { text } = telling;
  const { status } = useEditor((state) => state.workflow);
  const mayChange = useEditor((state) => state.role !== 'viewer');
  if (status === 'draft' || !mayChange) return false;
  const verb = status === 'paused' ? 'resume' : 'pause';
  return {
    label: text(`editor.${verb}`),
    icon: verb === 'pause' ? Pause : Play,
    onSelect: () => void pauseWorkflow(telling, verb),
  };
}
