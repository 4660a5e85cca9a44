'use client';

import { useText } from '../text.tsx';
import { classNames } from '../ui/class-names.ts';
import type { LiveState } from './live-stream.ts';

const dots = {
  live: 'bg-good-solid ring-good-solid/22',
  connecting: 'bg-idle-solid ring-idle-solid/22',
  lost: 'bg-wait-solid ring-wait-solid/22',
} satisfies Record<LiveState, string>;

/** Whether what is shown moves by itself. */
export function LiveMark({ state, paused }: { state: LiveState; paused?: boolean }) {
  const text = useText();
  return (
    <span
      role="status"
      className="inline-flex flex-none items-center gap-2 whitespace-nowrap text-meta text-text-3"
    >
      <span
        className={classNames(
          'size-[7px] flex-none rounded-full ring-3',
          paused ? dots.connecting : dots[state],
        )}
      />
      {text(paused ? 'live.paused' : `live.${state}`)}
    </span>
  );
}
