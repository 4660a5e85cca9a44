'use client';

import { ChevronDown, CornerDownRight, PencilLine, Rocket, RotateCcw, Send } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import type { MenuItem } from '../ui/menu-props.ts';
import type { RunDetail, RunSurroundings } from './run-types.ts';
import type { Rerun } from './use-run-actions.ts';

export type RerunMenuProps = {
  run: RunDetail;
  workflow: RunSurroundings['workflow'];
  /** The step that is chosen, if it ran and isn't the trigger. */
  from: { nodeId: string; name: string } | null;
  /** The steps behind the filter that ended the run. */
  held: readonly { nodeId: string; name: string }[];
  busy: boolean;
  onRerun(how: Rerun): void;
  onOnward(step: { nodeId: string; name: string }): void;
};

/** From a step or from the start, on the version that ran or the one that is live. */
export function RerunMenu(props: RerunMenuProps) {
  const { run, workflow, from, held, busy, onRerun } = props;
  const text = useText();
  const router = useRouter();
  const live = workflow?.liveVersion ?? null;
  const same =
    run.version === 0 ? text('runs.onDraft') : text('runs.version', { version: run.version });
  const items: (MenuItem | 'separator')[] = [
    ...held.map((step) => ({
      label: text('runs.onward', { step: step.name }),
      icon: Send,
      onSelect: () => props.onOnward(step),
    })),
    ...(held.length > 0 ? ['separator' as const] : []),
    ...(from
      ? [
          {
            label: text('runs.rerunFrom', { step: from.name }),
            icon: RotateCcw,
            hint: '⇧R',
            onSelect: () => onRerun({ from, version: 'same' }),
          },
        ]
      : []),
    {
      label: text('runs.rerunStart'),
      icon: CornerDownRight,
      hint: same,
      onSelect: () => onRerun({ version: 'same' }),
    },
    ...(live !== null && live !== run.version
      ? [
          'separator' as const,
          {
            label: text('runs.rerunCurrent'),
            icon: Rocket,
            hint: text('runs.version', { version: live }),
            onSelect: () => onRerun({ version: 'current' }),
          },
        ]
      : []),
    'separator',
    {
      label: text('runs.editFirst'),
      icon: PencilLine,
      hint: 'E',
      onSelect: () => router.push(`/requests/${run.requestId}?edit=1`),
    },
  ];
  return (
    <Menu
      items={items}
      trigger={
        <Button variant="primary" icon={RotateCcw} busyLabel={busy && text('runs.rerunning')}>
          {text('runs.rerun')}
          <Icon icon={ChevronDown} size={14} />
        </Button>
      }
    />
  );
}
