'use client';

import Link from 'next/link';
import { clockTime } from '#lib/i18n/time.ts';
import { useClock } from '../clock.tsx';
import { Verdict } from '../inspector/request-status.tsx';
import { useText } from '../text.tsx';
import type { Setup } from './use-setup.ts';

const shownRows = 5;

/** What else came, newest first: a greeting, a retry, one that was refused. */
export function Earlier({ setup, shownId }: { setup: Setup; shownId: string }) {
  const text = useText();
  const clock = useClock();
  const rows = setup.requests.filter(({ id }) => id !== shownId).slice(0, shownRows);
  if (rows.length === 0) return null;
  return (
    <section aria-label={text('setup.earlier')} className="mt-auto border-line border-t py-1">
      <ul>
        {rows.map((request) => (
          <li key={request.id}>
            <Link
              href={`/requests/${request.id}`}
              prefetch={false}
              className="flex h-8 items-center gap-2.5 px-4 hover:bg-hover max-sm:h-11"
            >
              <span className="flex-none text-meta text-text-2 tabular-nums">
                {clockTime(new Date(request.receivedAt), clock).time}
              </span>
              <span className="min-w-0 flex-1 truncate font-mono text-meta">
                {request.event.type ?? text('setup.noEvent')}
              </span>
              <Verdict request={request} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
