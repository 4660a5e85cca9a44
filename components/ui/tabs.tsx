import Link from 'next/link';
import { classNames } from './class-names.ts';

export type LinkTab = { href: string; label: string; count?: number | string; current: boolean };

export type LinkTabsProps = {
  tabs: readonly LinkTab[];
  /** Names the row of tabs. */
  label?: string;
  /** Inside a bar, as high as it is; gone on small screens. */
  inBar?: boolean | undefined;
  /** Called instead of going to another view at once. */
  onLeave?: ((href: string) => void) | undefined;
};

/** Views of one thing that have addresses of their own. */
export function LinkTabs({ tabs, label, inBar, onLeave }: LinkTabsProps) {
  return (
    <nav
      aria-label={label}
      className={
        inBar
          ? 'flex h-full items-stretch max-lg:hidden'
          : 'flex h-9 flex-none gap-0.5 overflow-x-auto border-line border-b px-3 max-sm:h-11'
      }
    >
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? 'page' : undefined}
          onNavigate={(event) => {
            if (!onLeave) return;
            event.preventDefault();
            onLeave(tab.href);
          }}
          className={classNames(
            'flex items-center gap-[5px] whitespace-nowrap border-b-2 font-medium focus-visible:-outline-offset-2',
            inBar ? 'px-2.5 pt-0.5' : 'px-2 text-meta',
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
