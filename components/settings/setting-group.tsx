import { type ReactNode, useId } from 'react';

export type SettingGroupProps = {
  title: string;
  count?: number | string;
  lead?: string;
  action?: ReactNode;
  children: ReactNode;
};

/** A titled part of a settings page. */
export function SettingGroup({ title, count, lead, action, children }: SettingGroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <header className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id={id} className="font-semibold text-title">
            {title}
            {count !== undefined && (
              <span className="pl-1.5 font-medium text-meta text-text-3 tabular-nums">{count}</span>
            )}
          </h2>
          {lead && <p className="text-text-2">{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}

/** The surface that rows and forms of a group stand on. */
export function SettingCard({ children, padded }: { children: ReactNode; padded?: boolean }) {
  return (
    <div
      className={`overflow-hidden rounded-md bg-surface inset-ring inset-ring-line ${padded ? 'px-5 py-4' : ''}`}
    >
      {children}
    </div>
  );
}
