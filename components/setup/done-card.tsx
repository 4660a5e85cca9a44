'use client';

import { ArrowRight, Hourglass, Inbox, Radio } from 'lucide-react';
import Link from 'next/link';
import { useText } from '../text.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Icon } from '../ui/icon.tsx';
import { useInSight } from '../ui/use-in-sight.ts';
import { LiveResult } from './live-result.tsx';
import { currentStep } from './setup-steps.ts';
import { TestDelivery } from './test-delivery.tsx';
import { useLiveRequest } from './use-live-request.ts';
import { useSampleDelivery } from './use-sample-delivery.ts';
import type { Setup } from './use-setup.ts';

/** It runs: what came of the newest request, another one to see it, and where to go on. */
export function DoneCard({ setup }: { setup: Setup }) {
  const text = useText();
  const isDone = currentStep(setup.steps) === null;
  const card = useInSight<HTMLElement>(isDone);
  const made = useSampleDelivery(setup, isDone && setup.canEdit);
  const newest = useLiveRequest(setup);
  const { id } = setup.workflow;
  if (!isDone) return null;
  return (
    <section
      ref={card}
      aria-label={text('setup.live.card')}
      className="mb-2.5 flex scroll-mt-32 flex-col gap-3 rounded-step bg-good-soft p-4 inset-ring inset-ring-good-line"
    >
      <p role="status" className="flex items-start gap-2 font-medium">
        <Icon icon={Radio} className="mt-0.5 text-good" />
        {text('setup.live', { version: setup.state.liveVersion ?? 1 })}
      </p>
      {newest ? (
        <LiveResult setup={setup} request={newest} />
      ) : (
        <p className="flex items-start gap-2 text-text-2">
          <Icon icon={Hourglass} className="mt-0.5" />
          {text('setup.live.nothing')}
        </p>
      )}
      {setup.canEdit && <TestDelivery setup={setup} sample={made} primary={!newest} />}
      <div className="flex flex-wrap gap-2">
        <Link
          href={`/workflows/${id}`}
          className={buttonClass(newest ? { variant: 'primary' } : {})}
        >
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
