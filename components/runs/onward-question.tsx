'use client';

import { useText } from '../text.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

export type OnwardQuestionProps = {
  /** The step to start at; null while nobody asks. */
  from: { nodeId: string; name: string } | null;
  filter: string;
  onSend(nodeId: string): Promise<void>;
  onClose(): void;
};

/** Asks before what a filter held back is sent all the same. */
export function OnwardQuestion({ from, filter, onSend, onClose }: OnwardQuestionProps) {
  const text = useText();
  return (
    <ConfirmDialog
      open={from !== null}
      onOpenChange={(open) => open || onClose()}
      title={text('runs.onwardAsk')}
      verb={text('runs.onwardVerb')}
      busyVerb={text('runs.sending')}
      onConfirm={async () => {
        if (from) await onSend(from.nodeId);
        return undefined;
      }}
      plain
    >
      <p>{text('runs.onwardWhat', { step: from?.name ?? '', filter })}</p>
    </ConfirmDialog>
  );
}
