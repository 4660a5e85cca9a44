'use client';

import { useText } from '../text.tsx';
import { classNames } from '../ui/class-names.ts';
import { DoorArrival } from './door-arrival.tsx';
import { DoorArt } from './door-art.tsx';
import { DoorFacts } from './door-facts.tsx';
import { DoorWaiting } from './door-waiting.tsx';
import type { Picking } from './use-picking.ts';
import type { Setup } from './use-setup.ts';

export type DoorPanelProps = { setup: Setup; picking: Picking; retentionDays: number };

/** What happens at the webhook URL, live: nothing yet, refused, or arrived and open to be used. */
export function DoorPanel({ setup, picking, retentionDays }: DoorPanelProps) {
  const text = useText();
  const [latest] = setup.requests;
  const shown = setup.sample ?? latest;
  return (
    <aside
      id="door"
      aria-labelledby="door-title"
      className="flex min-h-0 scroll-mt-12 flex-col border-line bg-surface max-lg:border-t lg:sticky lg:top-12 lg:h-[calc(100dvh-48px)] lg:overflow-y-auto lg:border-l"
    >
      <header className="flex h-11 flex-none items-center justify-between gap-2 border-line border-b px-4">
        <h2 id="door-title" className="font-semibold text-strong">
          {text('setup.door')}
        </h2>
        <Listening setup={setup} />
      </header>
      {shown ? (
        <DoorArrival setup={setup} picking={picking} shown={shown} />
      ) : (
        <div className="px-4 pt-10 pb-6 text-center sm:px-14 xl:pt-[72px]" role="status">
          <DoorArt />
          {setup.steps.secret === 'done' ? (
            <DoorWaiting setup={setup} retentionDays={retentionDays} />
          ) : (
            <DoorFacts setup={setup} />
          )}
        </div>
      )}
    </aside>
  );
}

export function Listening({ setup }: { setup: Setup }) {
  const text = useText();
  const word = setup.listening ? 'setup.door.listening' : 'setup.door.away';
  return (
    <span className="flex items-center gap-2 text-meta text-text-2">
      <span
        aria-hidden="true"
        className={classNames(
          'size-2 rounded-full ring-3',
          setup.listening ? 'bg-good-solid ring-good-soft' : 'bg-wait-solid ring-wait-soft',
        )}
      />
      {text(word)}
    </span>
  );
}
