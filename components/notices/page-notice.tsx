import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';

export type PageNoticeProps = {
  icon: LucideIcon;
  title: string;
  lead: string;
  /** What to do: one button. */
  children: ReactNode;
};

/** Instead of a page, in the middle of its room. */
export function PageNotice({ icon, title, lead, children }: PageNoticeProps) {
  return (
    <div className="grid min-h-[70dvh] flex-1 place-items-center p-5">
      <div className="flex max-w-[440px] flex-col items-start gap-1">
        <span className="mb-2 grid size-10 place-items-center rounded-step bg-press text-text-2">
          <Icon icon={icon} size={20} />
        </span>
        <h1 className="font-semibold text-page">{title}</h1>
        <p className="text-text-2">{lead}</p>
        <div className="mt-4 flex gap-2">{children}</div>
      </div>
    </div>
  );
}
