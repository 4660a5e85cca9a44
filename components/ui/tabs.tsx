import Link from 'next/link';
import { classNames } from './class-names.ts';

export type LinkTab = { href: string; label: string; count?: number | string; current: boolean };

/** Views of one thing that have addresses of their own. `label` names the row of tabs. */
export function LinkTabs({ tabs, label }: { tabs: readonly LinkTab[]; label?: string }) {
  return (
    <nav
      aria-label={label}
      className="flex h-9 flex-none gap-0.5 overflow-x-auto border-line border-b px-3 max-sm:h-11"
    >
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? 'page' : undefined}
          className={classNames(
            'flex items-center gap-[5px] whitespace-nowrap border-b-2 px-2 font-medium text-meta focus-visible:-outline-offset-2',
            tab.current
              ? 'border-text text-text'
              : 'border-transparent text-text-2 hover:text-text',
          )}
        >
          {tab.label}
          {tab.count !== undefined && (
            <span className="text-micro text-text-3 tabular-nums">{tab.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
