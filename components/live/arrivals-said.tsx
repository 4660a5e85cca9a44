'use client';

import { useEffect, useRef, useState } from 'react';
import type { LiveList } from './live-list.ts';

/** People who listen are told so often at most. */
const everyMs = 5_000;

export type ArrivalsSaidProps<Row extends { id: string }> = {
  list: LiveList<Row>;
  /** One sentence about what came, newest first. */
  say(rows: readonly Row[]): string;
};

/** Says politely what arrived since it last spoke; never moves the focus. */
export function ArrivalsSaid<Row extends { id: string }>(props: ArrivalsSaidProps<Row>) {
  const [said, setSaid] = useState('');
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    let newest: string | undefined;
    const timer = setInterval(() => {
      const { list, say } = latest.current;
      const before = newest;
      newest = [list.held[0]?.id ?? '', list.rows[0]?.id ?? ''].sort().at(-1);
      // What was there at first isn't news.
      if (!before || !newest || newest <= before) return;
      const rows = [...newer(list.held, before), ...newer(list.rows, before)];
      if (rows.length > 0) setSaid(say(rows));
    }, everyMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}

function newer<Row extends { id: string }>(rows: readonly Row[], than: string): readonly Row[] {
  const end = rows.findIndex(({ id }) => id <= than);
  return rows.slice(0, end === -1 ? rows.length : end);
}
