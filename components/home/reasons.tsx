'use client';

import Link from 'next/link';
import { number } from '#lib/i18n/quantity.ts';
import { refusalWords } from '../inspector/refusal-words.ts';
import { useText } from '../text.tsx';
import { Card } from '../ui/card.tsx';

const shown = 5;

/** What requests were refused for, most frequent first; each leads to them. */
export function Reasons({ byReason }: { byReason: Readonly<Record<string, number>> }) {
  const text = useText();
  const reasons = Object.entries(byReason).sort(([, a], [, b]) => b - a);
  if (reasons.length === 0) return null;
  return (
    <Card title={text('home.reasons')}>
      <ul className="px-4 py-2">
        {reasons.slice(0, shown).map(([reason, count]) => (
          <li key={reason} className="border-line py-1.5 not-last:border-b">
            <Link
              href={`/requests?reason=${encodeURIComponent(reason)}`}
              prefetch={false}
              className="flex min-h-6 items-start gap-2 rounded-sm hover:underline"
            >
              <span className="min-w-0 flex-1 text-text-2">
                {text(refusalWords(reason).why, { reason })}
              </span>
              <span className="text-bad tabular-nums">{number(count, text.locale)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
