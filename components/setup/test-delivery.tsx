'use client';

import { Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { callApi } from '../api/call-api.ts';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { useCall } from './use-call.ts';
import type { SampleChoice } from './use-sample-delivery.ts';
import type { Setup } from './use-setup.ts';

export type TestDeliveryProps = {
  setup: Setup;
  sample: SampleChoice;
  primary: boolean;
  children?: ReactNode;
};

/** Sends what the sender would send. What comes of it arrives as any other request does. */
export function TestDelivery({ setup, sample, primary, children }: TestDeliveryProps) {
  const text = useText();
  const { busy, problem, run } = useCall();
  const { event, events, choose } = sample;
  const path = `/api/v1/endpoints/${setup.endpoint.id}/test-delivery`;
  const body = event === undefined ? {} : { event };
  const send = () => run(() => callApi(path, { method: 'POST', body }));
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5">
        <Button
          variant={primary ? 'primary' : 'outlined'}
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
            value={event ?? ''}
            onChange={choose}
            options={events.map((value) => ({ value, label: value }))}
          />
        )}
        {children}
      </div>
      <Alert message={problem} />
    </>
  );
}
