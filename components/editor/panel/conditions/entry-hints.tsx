'use client';

import { useText } from '#components/text.tsx';
import type { Json } from '#lib/core/json.ts';
import { lookedAtEntries } from '../model/looked-at-entry.ts';

/** A click on a value in a list picks that one entry: that the others don't count has to be said. */
export function EntryHints({ left }: { left: Json }) {
  const text = useText();
  const hints = lookedAtEntries(left).map((entry) => text('panel.cond.entry', entry));
  return hints.length > 0 && <p className="text-meta text-text-3">{hints.join(' ')}</p>;
}
