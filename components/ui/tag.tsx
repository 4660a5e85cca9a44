import type { ReactNode } from 'react';

export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex h-[18px] flex-none items-center rounded-xs bg-press px-1.5 font-medium text-micro text-text-2">
      {children}
    </span>
  );
}
