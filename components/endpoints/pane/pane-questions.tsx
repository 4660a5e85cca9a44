'use client';

import { useText } from '../../text.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { type PaneSectionId, sectionTitle } from './pane-sections.ts';
import type { Saving } from './use-endpoint-settings.ts';
import type { LeaveGuard } from './use-leave-guard.ts';

export type PaneQuestionsProps = { name: string; guard: LeaveGuard; saving: Saving };

/** Leave unsaved? And: whose values stay, where two people changed the same? */
export function PaneQuestions({ name, guard, saving }: PaneQuestionsProps) {
  const text = useText();
  const sections = saving.conflict?.sections ?? [];
  const named = sections.map((section) => text(sectionTitle(section as PaneSectionId)));
  return (
    <>
      <Dialog
        open={guard.asking}
        onOpenChange={guard.stay}
        title={text('pane.leave.title')}
        actions={
          <>
            <Button onClick={guard.goOn}>{text('pane.leave.go')}</Button>
            <Button variant="primary" onClick={guard.stay}>
              {text('pane.leave.stay')}
            </Button>
          </>
        }
      >
        <p>{text('pane.leave.lead', { name })}</p>
      </Dialog>
      <Dialog
        open={saving.conflict !== undefined}
        onOpenChange={saving.dismiss}
        title={text('pane.conflict.title')}
        actions={
          <>
            <Button onClick={saving.takeTheirs}>{text('pane.conflict.theirs')}</Button>
            <Button variant="primary" onClick={saving.keepMine}>
              {text('pane.conflict.mine')}
            </Button>
          </>
        }
      >
        <p>{text('pane.conflict.lead', { name, sections: named.join(', ') })}</p>
      </Dialog>
      {saving.shownOnce !== undefined && (
        <ShownOnce
          title={text('pane.secret.once.title')}
          lead={text('pane.secret.once')}
          value={saving.shownOnce}
          copyLabel={text('pane.secret.copy')}
          onClose={saving.closeShownOnce}
        />
      )}
    </>
  );
}
