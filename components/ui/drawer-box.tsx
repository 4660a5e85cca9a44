'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '../text.tsx';
import { classNames } from './class-names.ts';
import type { DrawerProps } from './drawer-props.ts';
import { IconButton } from './icon-button.tsx';

/** What a drawer is drawn with, once one is opened. */
export function DrawerBox({ open, onOpenChange, title, aside, children, foot, wide }: DrawerProps) {
  const text = useText();
  // Nothing inside is focused at first: a key pressed too soon must not change a setting.
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => onOpenChange(next)}
      modal={false}
      disablePointerDismissal
    >
      <Base.Portal>
        <Base.Popup
          ref={popup}
          initialFocus={popup}
          className={classNames(
            'fixed inset-y-0 right-0 z-40 flex max-w-full flex-col bg-surface shadow-3 outline-none motion-safe:duration-140 ease-out data-ending-style:translate-x-4 data-starting-style:translate-x-4 data-ending-style:opacity-0 data-starting-style:opacity-0 motion-safe:transition-[opacity,transform] max-sm:inset-x-0',
            wide
              ? 'sm:max-xl:w-[480px] xl:max-[1439px]:w-[560px] min-[1440px]:w-[752px]'
              : 'sm:w-[480px] xl:w-[560px]',
          )}
        >
          <header className="flex h-12 flex-none items-center gap-2 border-line border-b pr-2 pl-5">
            <Base.Title className="min-w-0 flex-1 truncate font-semibold text-title">
              {title}
            </Base.Title>
            {aside}
            <Base.Close render={<IconButton icon={X} label={text('ui.close')} />} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
          {foot && <footer className="flex-none border-line border-t px-5 py-3">{foot}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
