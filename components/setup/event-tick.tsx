'use client';

import { useId } from 'react';
import { useText } from '../text.tsx';
import { withEvents } from './setup-graph.ts';
import type { Setup } from './use-setup.ts';

/** The event that the sample is: without it, anything that has the same values would go on. */
export function EventTick({ setup }: { setup: Setup }) {
  const text = useText();
  const helpId = useId();
  const { events, draft, canEdit, provider } = setup;
  if (events.offered.length === 0) return null;
  const isTicked = events.only.length > 0;
  const toggle = () => draft.change((at) => withEvents(at, isTicked ? [] : events.offered));
  return (
    <div className="flex flex-col">
      <label className="flex min-h-6 items-center gap-2 font-medium max-sm:min-h-11">
        <input
          type="checkbox"
          className="size-4"
          checked={isTicked}
          disabled={!canEdit}
          onChange={toggle}
          aria-describedby={helpId}
        />
        <span className="wrap-anywhere min-w-0">
          {text('setup.event.only', { events: events.offered.join(', ') })}
        </span>
      </label>
      <p id={helpId} className="pl-6 text-meta text-text-2">
        {text(isTicked ? 'setup.event.others' : 'setup.event.any', {
          sender: provider?.label ?? '',
        })}
      </p>
    </div>
  );
}
