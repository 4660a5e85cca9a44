import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** A quiet remark under a form. */
export function Note({ icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <p className="flex items-start gap-2 text-meta text-text-2">
      <Icon icon={icon} size={14} className="mt-px text-text-3" />
      <span>{children}</span>
    </p>
  );
}
