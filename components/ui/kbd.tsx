'use client';

import { useSyncExternalStore } from 'react';

const nothing = () => () => undefined;
const names: Record<string, string> = { Shift: '⇧', Enter: '⏎', Backspace: '⌫' };

/** A key or keys pressed together: `R`, `Mod+K` (⌘ on Apple machines, else Ctrl), `Mod+Shift+P`. */
export function Kbd({ children }: { children: string }) {
  const apple = useSyncExternalStore(nothing, isApple, () => false);
  const parts = children.split(/(?<=.)\+/).map((part) => {
    if (part === 'Mod') return apple ? '⌘' : 'Ctrl';
    return names[part] ?? part;
  });
  return (
    <kbd className="inline-block min-w-[18px] flex-none rounded-xs px-1 text-center font-medium font-sans text-micro text-text-3 inset-ring inset-ring-line-2">
      {parts.join(apple ? '' : ' ')}
    </kbd>
  );
}

function isApple(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}
