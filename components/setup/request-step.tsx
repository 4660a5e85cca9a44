'use client';

import { Zap } from 'lucide-react';
import { useState } from 'react';
import { callApi } from '../api/call-api.ts';
import { refusalWords } from '../inspector/refusal-words.ts';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { firstSign } from './provider-words.ts';
import { SampleCommand } from './sample-command.tsx';
import { StepCard } from './step-card.tsx';
import { useCall } from './use-call.ts';
import type { Setup } from './use-setup.ts';

/** One request has to come, from the sender or from here: everything after is built on it. */
export function RequestStep({ setup }: { setup: Setup }) {
  const text = useText();
  const { sample, steps, endpoint } = setup;
  const { busy, problem, run } = useCall();
  const [events, setEvents] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string>();
  const path = `/api/v1/endpoints/${endpoint.id}/test-delivery`;
  const send = async () => {
    // What came of it arrives as any other request does.
    await run(() =>
      callApi(path, { method: 'POST', body: chosen === undefined ? {} : { event: chosen } }),
    );
  };
  const done = steps.request === 'done';
  const event = sample?.event.type ?? text('setup.noEvent');
  return (
    <StepCard
      id="request"
      setup={setup}
      title={text('setup.request')}
      note={
        done
          ? text(
              sample?.verification.status === 'none' ? 'setup.request.taken' : 'setup.request.done',
              { event },
            )
          : text('setup.request.lead')
      }
      again={text('setup.request.again')}
    >
      <div className="flex flex-col gap-3">
        <p className="text-text-2">
          {firstSign(text, setup.provider)} {text('setup.request.test')}
        </p>
        {setup.canEdit && (
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5">
            <Button
              variant={done ? 'outlined' : 'primary'}
              icon={Zap}
              onClick={() => void send()}
              busyLabel={busy && text('setup.request.sending')}
            >
              {text('setup.request.send')}
            </Button>
            {events.length > 1 && (
              <Select
                compact
                aria={text('setup.request.event')}
                value={chosen ?? events[0] ?? ''}
                onChange={setChosen}
                options={events.map((value) => ({ value, label: value }))}
              />
            )}
            <span className="text-meta text-text-2">{text('setup.request.terminal')}</span>
          </div>
        )}
        <Alert message={problem} />
        <LastRefusal setup={setup} />
        {setup.canEdit && (
          <SampleCommand
            key={endpoint.revision}
            endpointId={endpoint.id}
            event={chosen}
            onEvents={setEvents}
          />
        )}
        {done && (
          <div className="flex justify-end">
            <Button onClick={() => setup.go(null)}>{text('setup.continue')}</Button>
          </div>
        )}
      </div>
    </StepCard>
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
