'use client';

import { useText } from '../text.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

export type OnwardQuestionProps = {
  /** The step to start at; null while nobody asks. */
  from: { nodeId: string; name: string } | null;
  filter: string;
  /** Resolves to what went wrong. */
  onSend(step: { nodeId: string; name: string }): Promise<string | undefined>;
  onClose(): void;
};

/** Asks before what a filter held back is sent all the same. */
export function OnwardQuestion({ from, filter, onSend, onClose }: OnwardQuestionProps) {
  const text = useText();
  const step = from?.name ?? '';
  return (
    <ConfirmDialog
      open={from !== null}
      onOpenChange={(open) => open || onClose()}
      title={text('runs.onwardAsk', { step, filter })}
      verb={text('runs.onwardVerb')}
      busyVerb={text('runs.sending')}
      onConfirm={async () => (from ? onSend(from) : undefined)}
      plain
    >
      <p>{text('runs.onwardWhat', { step, filter })}</p>
    </ConfirmDialog>
  );
}
