'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import type { SampleChoice } from './use-sample-delivery.ts';

const shownForMs = 1500;

/** A delivery as a command, signed. Each copy is signed anew: none is stale, none a duplicate. */
export function SampleCommand({ sample: { made, problem, read } }: { sample: SampleChoice }) {
  const text = useText();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shownForMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const fresh = (await read()) ?? made;
    if (fresh) setCopied(await copyText(fresh.curl));
  };
  return (
    <details>
      <summary className="min-h-6 w-fit text-meta text-text-2 hover:text-text max-sm:min-h-11">
        {text('setup.curl')}
      </summary>
      <div className="flex flex-col gap-2 pt-2">
        <div className="flex justify-end">
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
        {made ? (
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
            tabIndex={0}
            className="max-h-44 overflow-auto rounded-md bg-sunken p-3 font-mono text-meta inset-ring inset-ring-line"
          >
            {made.curl}
          </pre>
        ) : (
          !problem && <Skeleton className="h-44 w-full" />
        )}
        {made?.secretHidden && <p className="text-meta text-text-2">{text('setup.curl.hidden')}</p>}
        <Alert message={problem} />
      </div>
    </details>
  );
}
