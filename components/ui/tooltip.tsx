'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';

export type TooltipProps = {
  label: string;
  /** What it explains: a button or a link. It needs a name of its own: touch shows no tooltips. */
  children: ReactElement;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** The key that does the same. */
  shortcut?: string;
};

export function Tooltip({ label, children, side = 'bottom', shortcut }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger delay={400} render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} side={side} className="z-60">
          <Base.Popup className="flex max-w-[320px] items-center gap-2 rounded-sm bg-ink px-2 py-1 text-meta text-on-ink shadow-3">
            {label}
            {shortcut && <span className="opacity-70">{shortcut}</span>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
