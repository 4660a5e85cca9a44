'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { classNames } from './class-names.ts';
import type { DialogProps } from './dialog-props.ts';

/** What a dialog is drawn with, once one is opened. */
export function DialogBox(props: DialogProps) {
  const { open, onOpenChange, title, children, actions, wide, firstFocus } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil motion-safe:duration-140 data-ending-style:opacity-0 data-starting-style:opacity-0 motion-safe:transition-opacity" />
        <Base.Popup
          {...(firstFocus && { initialFocus: firstFocus })}
          className={classNames(
            'fixed top-[14%] left-1/2 z-50 flex max-h-[80dvh] -translate-x-1/2 flex-col rounded-lg bg-raised shadow-3 outline-none motion-safe:duration-140 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0 motion-safe:transition-opacity',
            wide ? 'w-[min(560px,calc(100vw-24px))]' : 'w-[min(440px,calc(100vw-24px))]',
          )}
        >
          <Base.Title className="flex-none px-5 pt-4 font-semibold text-title">{title}</Base.Title>
          <div className="flex min-h-0 flex-col gap-3 overflow-y-auto px-5 pt-2 pb-4 text-text-2">
            {children}
          </div>
          {actions && (
            <div className="flex flex-none flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
              {actions}
            </div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
