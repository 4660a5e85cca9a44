import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export type EmptyStateProps = {
  icon: LucideIcon;
  title: string;
  /** What would be here, and why it isn't. */
  lead: string;
  /** One button. */
  children?: ReactNode;
};

export function EmptyState({ icon, title, lead, children }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-[440px] flex-col items-center gap-1 px-5 py-12 text-center">
      <span className="mb-2 grid size-10 place-items-center rounded-step bg-press text-text-2">
        <Icon icon={icon} size={20} />
      </span>
      <h2 className="font-semibold text-strong">{title}</h2>
      <p className="text-text-2">{lead}</p>
      {children && <div className="mt-3 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}
