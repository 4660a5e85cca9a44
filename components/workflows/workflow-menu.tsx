'use client';

import {
  Activity,
  Copy,
  Ellipsis,
  Inbox,
  Pause,
  PencilLine,
  Play,
  Trash2,
  Workflow,
} from 'lucide-react';
import { useShell } from '../shell/shell-context.ts';
import { useText } from '../text.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { MenuItem } from '../ui/menu-props.ts';
import type { WorkflowActions } from './use-workflow-actions.ts';
import type { WorkflowSummary } from './workflow-types.ts';

export type WorkflowMenuProps = {
  workflow: WorkflowSummary;
  canEdit: boolean;
  actions: WorkflowActions;
  onRename(): void;
};

/** What can be done with one workflow. Viewers get what changes nothing. */
export function WorkflowMenu(props: WorkflowMenuProps) {
  const text = useText();
  const { go } = useShell();
  const { workflow, canEdit } = props;
  const { id, name } = workflow;
  const looking: MenuItem[] = [
    {
      label: text('workflows.menu.open'),
      icon: Workflow,
      onSelect: () => go(`/workflows/${id}`),
    },
    {
      label: text('workflows.menu.requests'),
      icon: Inbox,
      onSelect: () => go(`/workflows/${id}/requests`),
    },
    {
      label: text('workflows.menu.runs'),
      icon: Activity,
      onSelect: () => go(`/workflows/${id}/runs`),
    },
  ];
  const changing = useChangeItems(props);
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} label={text('workflows.menu', { name })} />}
      items={canEdit ? [...looking, 'separator', ...changing] : looking}
    />
  );
}

function useChangeItems(props: WorkflowMenuProps): (MenuItem | 'separator')[] {
  const text = useText();
  const { workflow, actions, onRename } = props;
  const pause: MenuItem = {
    label: text('workflows.menu.pause'),
    icon: Pause,
    onSelect: () => actions.pause([workflow]),
  };
  const resume: MenuItem = {
    label: text('workflows.menu.resume'),
    icon: Play,
    onSelect: () => actions.resume([workflow]),
  };
  const running = { live: [pause], paused: [resume], draft: [] }[workflow.status];
  return [
    { label: text('workflows.menu.rename'), icon: PencilLine, onSelect: onRename },
    ...running,
    {
      label: text('workflows.menu.duplicate'),
      icon: Copy,
      onSelect: () => actions.duplicate(workflow),
    },
    'separator',
    {
      label: text('ui.delete'),
      icon: Trash2,
      danger: true,
      onSelect: () => actions.remove([workflow]),
    },
  ];
}
