'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ReachNote } from '../reach/reach-note.tsx';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { StepCard } from './step-card.tsx';
import type { Setup } from './use-setup.ts';

/** Works from the first moment; says so where the Internet can't reach it. */
export function UrlStep({ setup }: { setup: Setup }) {
  const text = useText();
  const { url, urlReachable } = setup.endpoint;
  return (
    <StepCard id="url" setup={setup} title={text('setup.url')} note={text('setup.url.lead')}>
      <div className="flex items-center gap-2 rounded-md bg-sunken py-1.5 pr-1.5 pl-3 inset-ring inset-ring-line-2 max-sm:flex-col max-sm:items-stretch max-sm:p-1.5">
        <code className="min-w-0 flex-1 truncate font-mono text-body max-sm:whitespace-normal max-sm:break-all max-sm:px-1.5 max-sm:pt-1">
          {url}
        </code>
        <CopyUrl url={url} main={setup.steps.secret !== 'done'} />
      </div>
      <ReachNote url={url} told={urlReachable} who="senders" />
    </StepCard>
  );
}

const shownForMs = 1500;

function CopyUrl({ url, main }: { url: string; main: boolean }) {
  const text = useText();
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), shownForMs);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => setState((await copyText(url)) ? 'copied' : 'failed');
  return (
    <>
      <Button
        variant={main ? 'primary' : 'outlined'}
        icon={state === 'copied' ? Check : Copy}
        onClick={() => void copy()}
      >
        {text('setup.url.copy')}
      </Button>
      <span role="status" className={state === 'failed' ? 'text-bad text-meta' : 'sr-only'}>
        {state === 'copied' && text('setup.copied')}
        {state === 'failed' && text('setup.copyFailed')}
      </span>
    </>
  );
}
