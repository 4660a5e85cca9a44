'use client';

import { Plus } from 'lucide-react';
import { useShell } from '../shell/shell-context.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { useNewWorkflow } from './use-new-workflow.ts';

export type NewWorkflowButtonProps = {
  size?: 'md' | 'lg';
  /** Only its icon on phones. */
  compact?: boolean;
};

/** Makes a workflow with its URL at once, and goes to its set-up. Viewers have none. */
export function NewWorkflowButton({ size = 'md', compact = false }: NewWorkflowButtonProps) {
  const text = useText();
  const { person } = useShell();
  const { busy, create } = useNewWorkflow();
  if (person.role === 'viewer') return null;
  return (
    <Button
      variant="primary"
      size={size}
      icon={Plus}
      onClick={() => void create('setup')}
      busyLabel={busy && text('workflows.new.busy')}
    >
      <span className={compact ? 'max-sm:sr-only' : undefined}>{text('workflows.new')}</span>
    </Button>
  );
}
