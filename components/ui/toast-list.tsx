'use client';

import { Toast as Base } from '@base-ui/react/toast';
import { CircleAlert, X } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useText } from '../text.tsx';
import { Icon } from './icon.tsx';
import type { ToastMessage } from './toast-message.ts';

const shownMs = 6_000;
const longMs = 10_000;

export type ToastListProps = {
  /** Told since the list last took what there was. */
  told: readonly ToastMessage[];
  onTaken: (count: number) => void;
};

export function ToastList(props: ToastListProps) {
  const viewport = useRef<HTMLDivElement>(null);
  usePointerLeaving(viewport);
  return (
    <Base.Provider limit={3}>
      <Taker {...props} />
      <Base.Portal>
        {/* Above the lists' key hints and a phone's actions, beside the sidebar's foot. */}
        <Base.Viewport
          ref={viewport}
          className="fixed bottom-12 left-[68px] z-70 flex w-[min(420px,calc(100vw-84px))] flex-col gap-2 max-sm:bottom-[132px] max-sm:left-4 max-sm:w-[calc(100vw-32px)]"
        >
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

/**
 * A button that goes away with its toast takes the pointer's leaving with it: messages would wait
 * under a pointer that is long elsewhere, and never go.
 */
function usePointerLeaving(viewport: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    let inside = false;
    const onMove = ({ target }: PointerEvent) => {
      const list = viewport.current;
      const was = inside;
      inside = list !== null && target instanceof Node && list.contains(target);
      if (!was || inside || !list) return;
      list.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, relatedTarget: target }));
    };
    document.addEventListener('pointermove', onMove);
    return () => document.removeEventListener('pointermove', onMove);
  }, [viewport]);
}

function Taker({ told, onTaken }: ToastListProps) {
  const { add, close } = Base.useToastManager();
  const taken = useRef(new WeakSet<ToastMessage>());
  useEffect(() => {
    for (const message of told) {
      // Effects run twice in development.
      if (taken.current.has(message)) continue;
      taken.current.add(message);
      const { action, onClose } = message;
      const id = add({
        ...lookOf(message),
        ...(onClose && { onClose }),
        ...(action && {
          actionProps: {
            children: action.label,
            onClick: () => {
              action.onClick();
              close(id);
            },
          },
        }),
      });
    }
    if (told.length > 0) onTaken(told.length);
  }, [told, onTaken, add, close]);
  return null;
}

function lookOf({ title, tone = 'plain', long }: ToastMessage) {
  return {
    title,
    type: tone,
    timeout: long ? longMs : shownMs,
    priority: tone === 'bad' ? ('high' as const) : ('low' as const),
  };
}

function Toasts() {
  const text = useText();
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className="w-fit max-w-full rounded-md bg-ink text-on-ink shadow-3 motion-safe:duration-140 ease-out data-ending-style:translate-y-2 data-starting-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:opacity-0 motion-safe:transition-[opacity,transform]"
    >
      <Base.Content className="flex min-h-10 items-center gap-2.5 py-1.5 pr-1.5 pl-3 font-medium">
        {toast.type === 'bad' && <Icon icon={CircleAlert} />}
        <Base.Title className="min-w-0 flex-1" render={<p />} />
        {toast.actionProps && (
          <Base.Action className="h-7 flex-none rounded-ctl bg-on-ink/14 px-2.5 hover:bg-on-ink/20" />
        )}
        <Base.Close
          aria-label={text('ui.close')}
          className="grid size-7 flex-none place-items-center rounded-ctl opacity-70 hover:opacity-100"
        >
          <Icon icon={X} size={14} />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
