'use client';

import { ArrowRight, Inbox, Radio } from 'lucide-react';
import Link from 'next/link';
import { useText } from '../text.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Icon } from '../ui/icon.tsx';
import { currentStep } from './setup-steps.ts';
import type { Setup } from './use-setup.ts';

/** The end: it runs, and where to go on. */
export function DoneCard({ setup }: { setup: Setup }) {
  const text = useText();
  const { id } = setup.workflow;
  if (currentStep(setup.steps) !== null) return null;
  return (
    <section
      role="status"
      className="flex flex-col gap-3 rounded-step bg-good-soft p-4 inset-ring inset-ring-good-line"
    >
      <p className="flex items-start gap-2 font-medium">
        <Icon icon={Radio} className="mt-0.5 text-good" />
        {text('setup.live', { version: setup.state.liveVersion ?? 1 })}
      </p>
      <div className="flex flex-wrap gap-2">
        <Link href={`/workflows/${id}`} className={buttonClass({ variant: 'primary' })}>
          {text('setup.live.canvas')}
          <Icon icon={ArrowRight} />
        </Link>
        <Link href={`/workflows/${id}/requests`} className={buttonClass()}>
          <Icon icon={Inbox} />
          {text('setup.live.requests')}
        </Link>
      </div>
    </section>
  );
}
