'use client';

import { usePathname, useRouter } from 'next/navigation';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { Theme } from '#lib/i18n/theme.ts';
import { keepForAYear } from '../keep-for-a-year.ts';
import { loadBrokenPage } from '../notices/broken.tsx';
import { useText } from '../text.tsx';
import { useAhead } from '../ui/use-ahead.ts';
import { useWanted } from '../ui/use-wanted.ts';
import { EarlyKeys } from './early-keys.tsx';
import { isDense, isEditor } from './places.ts';
import { type Person, ShellContext } from './shell-context.ts';
import { Sidebar } from './sidebar.tsx';
import { type SidebarWidth, sidebarCookie } from './sidebar-width.ts';
import { TabBar } from './tab-bar.tsx';
import { useShellKeys } from './use-shell-keys.ts';

export type ShellProps = {
  person: Person;
  workspaceName: string;
  theme: Theme;
  /** What this person chose. */
  sidebar: SidebarWidth | null;
  children: ReactNode;
};

const CommandPalette = lazy(() =>
  import('./command-palette.tsx').then((module) => ({ default: module.CommandPalette })),
);
const KeysList = lazy(() =>
  import('./keys-list.tsx').then((module) => ({ default: module.KeysList })),
);

type Open = 'palette' | 'keys' | null;

/** What stands around every page of a signed-in person. */
export function Shell({ person, workspaceName, theme, sidebar, children }: ShellProps) {
  const text = useText();
  const pathname = usePathname();
  const go = useGo(pathname);
  const { width, choose } = useSidebarWidth(sidebar, pathname);
  const [open, setOpen] = useState<Open>(null);
  useAhead(loadBrokenPage);
  const shell = useMemo(
    () => ({
      person,
      workspaceName,
      theme,
      go,
      openPalette: () => setOpen('palette'),
      openKeysList: () => setOpen('keys'),
    }),
    [person, workspaceName, theme, go],
  );
  useShellKeys({
    onPalette: shell.openPalette,
    onKeysList: shell.openKeysList,
    onGo: go,
    rest: open !== null,
  });
  const onOpenChange = (isOpen: boolean) => setOpen(isOpen ? open : null);
  return (
    <ShellContext value={shell}>
      <div data-shell={width} className="shell min-h-dvh sm:grid">
        <a
          href="#page"
          className="sr-only focus-visible:not-sr-only focus-visible:fixed focus-visible:top-2 focus-visible:left-2 focus-visible:z-50 focus-visible:rounded-sm focus-visible:bg-ink focus-visible:px-3 focus-visible:py-1.5 focus-visible:text-on-ink"
        >
          {text('shell.skip')}
        </a>
        <Sidebar width={width} onChoose={choose} />
        <main id="page" tabIndex={-1} className="flex min-w-0 flex-col outline-none">
          {children}
        </main>
        <TabBar />
      </div>
      <Overlays open={open} onOpenChange={onOpenChange} />
    </ShellContext>
  );
}

type OverlaysProps = { open: Open; onOpenChange: (isOpen: boolean) => void };

/** What lies over any page, fetched when it is first asked for. */
function Overlays({ open, onOpenChange }: OverlaysProps) {
  const palette = useWanted(open === 'palette');
  const keys = useWanted(open === 'keys');
  const early = useRef('');
  useEffect(() => {
    if (open !== 'palette') early.current = '';
  }, [open]);
  return (
    <Suspense fallback={open === 'palette' && <EarlyKeys typed={early} />}>
      {palette && (
        <CommandPalette
          open={open === 'palette'}
          onOpenChange={onOpenChange}
          typed={() => early.current}
        />
      )}
      {keys && <KeysList open={open === 'keys'} onOpenChange={onOpenChange} />}
    </Suspense>
  );
}

/** The person's choice on every page; without one, as it suits the page. */
function useSidebarWidth(kept: SidebarWidth | null, pathname: string) {
  const [chosen, setChosen] = useState(kept);
  const choose = (next: SidebarWidth) => {
    setChosen(next);
    keepForAYear(sidebarCookie, next);
  };
  return { width: chosen ?? (isDense(pathname) ? 'rail' : 'wide'), choose } as const;
}

function useGo(pathname: string): (href: string) => void {
  const router = useRouter();
  return useMemo(() => {
    if (isEditor(pathname)) return (href: string) => window.location.assign(href);
    return (href: string) => router.push(href);
  }, [pathname, router]);
}
