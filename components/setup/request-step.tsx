'use client';

import { Radio } from 'lucide-react';
import { refusalWords } from '../inspector/refusal-words.ts';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { useInSight } from '../ui/use-in-sight.ts';
import { firstSign } from './provider-words.ts';
import { SampleCommand } from './sample-command.tsx';
import { isGreeting } from './setup-facts.ts';
import { StepCard } from './step-card.tsx';
import { TestDelivery } from './test-delivery.tsx';
import { useSampleDelivery } from './use-sample-delivery.ts';
import type { Setup } from './use-setup.ts';

/** One request has to come, from the sender or from here: everything after is built on it. */
export function RequestStep({ setup }: { setup: Setup }) {
  const text = useText();
  const { sample, steps, canEdit } = setup;
  const made = useSampleDelivery(setup, canEdit && setup.open.has('request'));
  const done = steps.request === 'done';
  const goOn = useInSight<HTMLDivElement>(done);
  const event = sample?.event.type ?? text('setup.noEvent');
  const took =
    sample?.verification.status === 'none' ? 'setup.request.taken' : 'setup.request.done';
  return (
    <StepCard
      id="request"
      setup={setup}
      title={text('setup.request')}
      note={done ? text(took, { event }) : text('setup.request.lead')}
      again={text('setup.request.again')}
    >
      <div className="flex flex-col gap-3">
        <p className="text-text-2">
          {firstSign(text, setup.provider)} {text('setup.request.test')}
        </p>
        {canEdit && <TestDelivery setup={setup} sample={made} primary={!done} />}
        <Greeting setup={setup} />
        <LastRefusal setup={setup} />
        {canEdit && <SampleCommand sample={made} />}
        {done && (
          <div ref={goOn} className="flex scroll-mb-16 justify-end">
            <Button onClick={() => setup.go(null)}>{text('setup.continue')}</Button>
          </div>
        )}
      </div>
    </StepCard>
  );
}

/** A hello came and nothing else: it proves the way, but holds no values. */
function Greeting({ setup: { requests, sample, provider } }: { setup: Setup }) {
  const text = useText();
  const hello = requests.find((one) => one.verdict === 'accepted' && isGreeting(one));
  if (sample || !hello) return null;
  return (
    <div role="status">
      <Note icon={Radio}>
        {text('setup.request.greeting', {
          sender: provider?.label ?? '',
          event: hello.event.type ?? '',
        })}
      </Note>
    </div>
  );
}

/** The newest request was refused: why, and what to do, where the person is looking. */
function LastRefusal({ setup }: { setup: Setup }) {
  const text = useText();
  const [latest] = setup.requests;
  if (latest?.verdict !== 'rejected') return null;
  const { why, advice } = refusalWords(latest.reason ?? '');
  const words = [text(why, { reason: latest.reason ?? '' }), advice ? text(advice) : ''];
  return <Alert message={words.join(' ').trim()} />;
}
