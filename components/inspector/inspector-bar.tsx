'use client';

import { Copy, Pause, Play, SlidersHorizontal } from 'lucide-react';
import Link from 'next/link';
import { LiveMark } from '../live/live-mark.tsx';
import type { LiveState } from '../live/live-stream.ts';
import { TopBar } from '../shell/top-bar.tsx';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { copyText } from '../ui/copy-text.ts';
import { Icon } from '../ui/icon.tsx';
import { useToast } from '../ui/toast.tsx';

export type InspectorBarProps = {
  endpoint?: { id: string; name: string; url: string } | undefined;
  workflow?: { id: string; name: string } | undefined;
  paused: boolean;
  state: LiveState;
  onPause(): void;
};

/** Whose requests these are, its URL, and whether they move. */
export function InspectorBar({ endpoint, workflow, paused, state, onPause }: InspectorBarProps) {
  const text = useText();
  return (
    <TopBar
      title={
        <span className="flex min-w-0 items-center gap-3">
          <span className="truncate">
            {endpoint?.name ?? workflow?.name ?? text('inspector.title')}
          </span>
          {endpoint && <CopyUrl url={endpoint.url} />}
        </span>
      }
    >
      {endpoint && (
        <Link
          href={`/endpoints/${endpoint.id}?settings`}
          className={buttonClass({ variant: 'ghost' })}
        >
          <Icon icon={SlidersHorizontal} />
          <span className="max-lg:sr-only">{text('inspector.settings')}</span>
        </Link>
      )}
      <span className="max-sm:hidden">
        <LiveMark state={state} paused={paused} />
      </span>
      <Button icon={paused ? Play : Pause} aria-pressed={paused} onClick={onPause}>
        <span className="max-sm:sr-only">
          {text(paused ? 'inspector.resume' : 'inspector.pause')}
        </span>
      </Button>
    </TopBar>
  );
}

function CopyUrl({ url }: { url: string }) {
  const text = useText();
  const toast = useToast();
  const copy = async () => {
    const done = await copyText(url);
    if (done) toast({ title: text('inspector.copied') });
    else toast({ title: text('inspector.copyFailed'), tone: 'bad' });
  };
  return (
    <button
      type="button"
      onClick={() => void copy()}
      className="inline-flex h-7 min-w-0 items-center gap-2 rounded-sm bg-press px-2.5 font-medium text-body hover:bg-hover max-sm:h-11"
    >
      <code className="max-w-64 truncate font-mono font-normal text-meta max-xl:hidden">
        {url.replace(/^https?:\/\//, '')}
      </code>
      <Icon icon={Copy} size={14} className="text-text-2" />
      <span className="max-sm:sr-only">{text('endpoints.copyUrl')}</span>
    </button>
  );
}
