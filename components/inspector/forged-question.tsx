'use client';

import { useText } from '../text.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import type { RequestActions } from './use-request-actions.ts';

/** Asks before somebody runs what the sender may not have sent. */
export function ForgedQuestion({ actions }: { actions: RequestActions }) {
  const text = useText();
  return (
    <ConfirmDialog
      open={actions.asking !== null}
      onOpenChange={(open) => open || actions.onAskEnd()}
      title={text('inspector.forgedAsk', { request: actions.asking ?? '' })}
      verb={text('inspector.replayAnyway')}
      busyVerb={text('inspector.replaying')}
      onConfirm={actions.onReplayAnyway}
      plain
    >
      <p>{text('inspector.forged')}</p>
    </ConfirmDialog>
  );
}
