'use client';

import { Wifi } from 'lucide-react';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import { reachableFrom } from './reachable-from.ts';

export type ReachNoteProps = {
  url: string;
  /** The server's word, where it gave one. */
  told?: 'public' | 'local';
  /** Whom the address is for. */
  who: 'senders' | 'people';
};

/** Where not everybody can reach an address: who can, whom to ask, and folded away how it is done. */
export function ReachNote({ url, told = 'public', who }: ReachNoteProps) {
  const text = useText();
  const from = reachableFrom(url, told);
  if (from === 'anywhere') return null;
  return (
    <div className="flex items-start gap-2 pt-2 text-meta text-wait">
      <Icon icon={Wifi} size={14} className="mt-px" />
      <div className="min-w-0">
        <p>
          {text(`reach.${from}`)} {text(`reach.${who}`)}
        </p>
        <details className="text-text-2">
          <summary className="min-h-6 w-fit py-0.5 hover:text-text max-sm:min-h-11 max-sm:py-3">
            {text('reach.howTo')}
          </summary>
          <p>
            {text('reach.how')} <code className="font-mono">HOOKLINE_PUBLIC_URL</code>
          </p>
        </details>
      </div>
    </div>
  );
}
