'use client';

import { Search } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Logo } from '../ui/logo.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { AccountMenu } from './account-menu.tsx';
import { PlaceIcon } from './place-icon.tsx';
import { PlaceLink } from './place-link.tsx';
import { places } from './places.ts';
import { useShell } from './shell-context.ts';
import { SidebarSwitch, type SidebarSwitchProps } from './sidebar-switch.tsx';

const item =
  'flex flex-none items-center rounded-sm font-medium text-text-2 hover:bg-hover aria-[current=page]:bg-press aria-[current=page]:text-text size-9 justify-center wide:h-[30px] wide:w-full wide:justify-start wide:gap-[9px] wide:px-2';
const word = 'sr-only wide:not-sr-only wide:min-w-0 wide:truncate';

/**
 * 216 wide with words, or a rail of icons: as the person chose, else on work screens. Where the window
 * is narrow it is the rail.
 */
export function Sidebar(props: SidebarSwitchProps) {
  const text = useText();
  const pathname = usePathname();
  const { workspaceName, openPalette } = useShell();
  return (
    <div className="sticky top-0 flex h-dvh flex-col items-center gap-0.5 border-line border-r bg-bg px-1.5 py-2 max-sm:hidden wide:items-stretch wide:px-2">
      <PlaceLink
        href="/"
        title={workspaceName}
        className="flex size-9 flex-none items-center justify-center gap-2 rounded-sm font-semibold hover:bg-hover wide:w-full wide:justify-start wide:px-2"
      >
        <Logo className="size-[22px] flex-none" />
        <span className={word}>{workspaceName}</span>
      </PlaceLink>
      <button
        type="button"
        onClick={openPalette}
        className="mt-0.5 mb-1.5 flex size-9 flex-none items-center justify-center gap-2 rounded-sm text-text-3 hover:bg-hover wide:mt-1 wide:mb-2 wide:h-[30px] wide:w-full wide:justify-start wide:bg-surface wide:pr-1.5 wide:pl-2 wide:inset-ring wide:inset-ring-line-2"
      >
        <Icon icon={Search} size={16} className="wide:size-3.5" />
        <span className={`${word} wide:flex-1 wide:text-left`}>{text('shell.search')}</span>
        <span className="hidden wide:block">
          <Kbd>Mod+K</Kbd>
        </span>
      </button>
      <nav
        aria-label={text('shell.nav')}
        className="flex min-h-0 flex-col gap-0.5 overflow-y-auto p-0.5 wide:-mx-0.5"
      >
        {places.map(({ id, href, label, key, under }) => (
          <Tooltip key={id} label={text(label)} shortcut={`G ${key}`} side="right">
            <PlaceLink
              href={href}
              aria-current={under.test(pathname) ? 'page' : undefined}
              className={item}
            >
              <PlaceIcon id={id} />
              <span className={word}>{text(label)}</span>
            </PlaceLink>
          </Tooltip>
        ))}
      </nav>
      <span className="flex-1" />
      <SidebarSwitch {...props} />
      <AccountMenu />
    </div>
  );
}
