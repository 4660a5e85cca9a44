import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { rowsInSight, topFor } from './row-window.ts';

/** Scrolling draws anew once per so many px, not at every one. */
const step = 120;

export type RowWindow = {
  scroller: RefObject<HTMLDivElement | null>;
  /** Rows to draw: from this one up to, but not with, `end`. */
  first: number;
  end: number;
  onScroll(): void;
  /** Brings a row into sight, if it isn't. */
  scrollTo(index: number): void;
};

/** Which of equally high rows are in sight, or nearly: only those need to exist. */
export function useRowWindow(count: number, rowHeight: number): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 0 });
  const read = useCallback(() => {
    const { scrollTop, clientHeight: height } = scroller.current ?? nowhere;
    const top = Math.floor(scrollTop / step) * step;
    setSight((last) => (last.top === top && last.height === height ? last : { top, height }));
  }, []);
  useLayoutEffect(() => {
    read();
    const watch = new ResizeObserver(read);
    if (scroller.current) watch.observe(scroller.current);
    return () => watch.disconnect();
  }, [read]);
  const scrollTo = useCallback(
    (index: number) => {
      if (scroller.current) scroller.current.scrollTop = topFor(index, rowHeight, scroller.current);
    },
    [rowHeight],
  );
  // At once: a frame later a list dragged by its bar would be seen empty.
  const onScroll = useCallback(() => flushSync(read), [read]);
  const bottom = sight.top + step + sight.height;
  return { scroller, onScroll, scrollTo, ...rowsInSight({ ...sight, bottom, count, rowHeight }) };
}

const nowhere = { scrollTop: 0, clientHeight: 0 };
