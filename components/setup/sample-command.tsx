'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { callApi } from '../api/call-api.ts';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import type { SampleDelivery } from './setup-types.ts';
import { useCall } from './use-call.ts';

const shownForMs = 1500;

export type SampleCommandProps = {
  endpointId: string;
  /** The sender's first where none is chosen. */
  event: string | undefined;
  onEvents(events: readonly string[]): void;
};

/** The same delivery as a command, signed. Each copy is signed anew: none is stale, none a duplicate. */
export function SampleCommand({ endpointId, event, onEvents }: SampleCommandProps) {
  const text = useText();
  const [sample, setSample] = useState<SampleDelivery | null>(null);
  const [copied, setCopied] = useState(false);
  const { problem, run } = useCall();
  const path = `/api/v1/endpoints/${endpointId}/sample-delivery`;
  const body = event === undefined ? {} : { event };
  const read = () => run(() => callApi<SampleDelivery>(path, { method: 'POST', body }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: read when the step opens, and for each event
  useEffect(() => {
    void read().then((fresh) => {
      if (!fresh) return;
      setSample(fresh);
      onEvents(fresh.events);
    });
  }, [path, event]);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shownForMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const fresh = (await read()) ?? sample;
    if (!fresh) return;
    setSample(fresh);
    setCopied(await copyText(fresh.curl));
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-2">
        <h4 className="font-medium text-meta text-text-2">{text('setup.curl')}</h4>
        <Button
          size="sm"
          className="max-sm:h-11"
          icon={copied ? Check : Copy}
          onClick={() => void copy()}
        >
          {text('setup.curl.copy')}
        </Button>
        <span role="status" className="sr-only">
          {copied ? text('setup.copied') : ''}
        </span>
      </div>
      {sample ? (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
          tabIndex={0}
          className="max-h-44 overflow-auto rounded-md bg-sunken p-3 font-mono text-meta inset-ring inset-ring-line"
        >
          {sample.curl}
        </pre>
      ) : (
        !problem && <Skeleton className="h-44 w-full" />
      )}
      {sample?.secretHidden && <p className="text-meta text-text-2">{text('setup.curl.hidden')}</p>}
      <Alert message={problem} />
    </div>
  );
}
