'use client';

import { statusIcons, stepTone } from '#components/editor/canvas/step-status.ts';
import { useText } from '#components/text.tsx';
import { Status } from '#components/ui/status.tsx';
import type { RunStatus as Kind } from '#lib/core/execution/run.ts';

/** How a run stands. In lists the good outcome keeps a neutral word. */
export function RunStatus({ status, quiet = false }: { status: Kind; quiet?: boolean }) {
  const text = useText();
  const tone = stepTone(status);
  return (
    <Status
      tone={tone}
      icon={statusIcons[tone]}
      spin={tone === 'live'}
      quiet={quiet && tone !== 'bad'}
    >
      {text(`editor.status.${status}`)}
    </Status>
  );
}
