'use client';

import Link from 'next/link';
import type { OverviewAnswer } from '#lib/contracts/overview.ts';
import { number } from '#lib/i18n/quantity.ts';
import { useText } from '../text.tsx';
import { Card } from '../ui/card.tsx';

/** Which endpoints received most, as bars of the first one's length. */
export function Busiest({ endpoints }: { endpoints: OverviewAnswer['busiest'] }) {
  const text = useText();
  const most = Math.max(1, ...endpoints.map(({ received }) => received));
  return (
    <Card title={text('home.busiest')}>
      {endpoints.length === 0 ? (
        <p className="px-4 py-3 text-text-2">{text('home.busiest.none')}</p>
      ) : (
        <ul className="px-4 pt-2 pb-3">
          {endpoints.map(({ id, name, received }) => (
            <li key={id} className="pt-1.5">
              <Link
                href={`/endpoints/${id}`}
                prefetch={false}
                className="block rounded-sm hover:underline"
              >
                <span className="flex min-h-6 items-center gap-2">
                  <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
                  <span className="text-text-2 tabular-nums">{number(received, text.locale)}</span>
                </span>
                <span aria-hidden="true" className="mt-1 block h-[3px] rounded-full bg-press">
                  <span
                    className="block h-full rounded-full bg-accent-solid"
                    style={{ width: `${(received / most) * 100}%` }}
                  />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
