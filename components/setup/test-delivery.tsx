'use client';

import { Zap } from 'lucide-react';
import { callApi } from '../api/call-api.ts';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useCall } from './use-call.ts';
import type { SampleChoice } from './use-sample-delivery.ts';
import type { Setup } from './use-setup.ts';

export type TestDeliveryProps = {
  setup: Setup;
  sample: SampleChoice;
  primary: boolean;
};

/** Sends what the sender would send. What comes of it arrives as any other request does. */
export function TestDelivery({ setup, sample, primary }: TestDeliveryProps) {
  const text = useText();
  const { busy, problem, run } = useCall();
  const { event, events, choose } = sample;
  const path = `/api/v1/endpoints/${setup.endpoint.id}/test-delivery`;
  const body = event === undefined ? {} : { event };
  const send = () => run(() => callApi(path, { method: 'POST', body }));
  return (
    <>
      {events.length > 1 && (
        <div className="flex flex-col items-start gap-1.5">
          <p aria-hidden="true" className="font-medium text-meta text-text-2">
            {text('setup.request.event')}
          </p>
          <Segmented
            label={text('setup.request.event')}
            value={event ?? ''}
            onChange={choose}
            options={events.map((value) => ({ value, label: value }))}
            className="max-w-full flex-wrap"
          />
        </div>
      )}
      <div>
        <Button
          variant={primary ? 'primary' : 'outlined'}
          icon={Zap}
          onClick={() => void send()}
          busyLabel={busy && text('setup.request.sending')}
        >
          {text('setup.request.send')}
        </Button>
      </div>
      <Alert message={problem} />
    </>
  );
}
