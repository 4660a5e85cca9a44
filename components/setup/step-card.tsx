'use client';

import { Check, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { useInSight } from '../ui/use-in-sight.ts';
import { type StepId, stepIds } from './setup-steps.ts';
import type { Setup } from './use-setup.ts';

export type StepCardProps = {
  id: StepId;
  setup: Setup;
  title: string;
  /** Beside the title: what it is for, or what came of it. */
  note?: string | undefined;
  /** Done, but not as one would expect: the note says what. */
  warns?: boolean;
  /** On the button that opens it again. Without one it has none. */
  again?: string;
  children: ReactNode;
};

/** A step of the set-up: its head is always there, its inside while it is open. */
export function StepCard({ id, setup, title, note, warns, again, children }: StepCardProps) {
  const text = useText();
  const state = setup.steps[id];
  const open = setup.open.has(id);
  const reachable = setup.mayOpen(id);
  const card = useInSight<HTMLElement>(open);
  const label = state === 'current' ? text('setup.step.open') : again;
  return (
    <section
      ref={card}
      aria-labelledby={`setup-${id}`}
      aria-current={state === 'current' ? 'step' : undefined}
      tabIndex={-1}
      className={classNames(
        'mb-2.5 scroll-my-16 rounded-step inset-ring inset-ring-line',
        reachable ? 'bg-surface' : '',
      )}
    >
      <div className="flex min-h-12 items-center gap-2.5 py-2.5 pr-3 pl-3.5">
        <Mark id={id} setup={setup} warns={warns ?? false} />
        <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2.5">
          <h3
            id={`setup-${id}`}
            className={classNames(
              'text-strong',
              reachable ? 'font-semibold' : 'font-medium text-text-3',
            )}
          >
            {title}
            <span className="sr-only"> · {text(`setup.step.${state}`)}</span>
          </h3>
          {note && <span className="min-w-0 text-meta text-text-2">{note}</span>}
        </div>
        {!open && reachable && label && (
          <Button
            variant="ghost"
            size="sm"
            className="max-sm:h-11"
            onClick={() => setup.go(id)}
            aria-describedby={`setup-${id}`}
          >
            {label}
          </Button>
        )}
      </div>
      {open && <div className="px-3.5 pb-3.5 sm:pl-[46px]">{children}</div>}
    </section>
  );
}

type MarkProps = { id: StepId; setup: Setup; warns: boolean };

const markLooks = {
  warns: 'bg-wait-soft text-wait inset-ring inset-ring-wait-line',
  done: 'bg-good-soft text-good inset-ring inset-ring-good-line',
  open: 'text-text-2 inset-ring-[1.5px] inset-ring-line-field',
};

function Mark({ id, setup, warns }: MarkProps) {
  const done = setup.steps[id] === 'done' ? 'done' : 'open';
  const look = warns ? 'warns' : done;
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'grid size-[22px] flex-none place-items-center rounded-full font-semibold text-meta',
        markLooks[look],
      )}
    >
      {look === 'open' ? (
        stepIds.indexOf(id) + 1
      ) : (
        <Icon icon={warns ? TriangleAlert : Check} size={14} />
      )}
    </span>
  );
}
