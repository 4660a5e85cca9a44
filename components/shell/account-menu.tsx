'use client';

import { Ellipsis } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useText } from '../text.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { useMenuTrigger } from '../ui/use-menu-trigger.ts';
import { useWanted } from '../ui/use-wanted.ts';
import { useShell } from './shell-context.ts';

const AccountBox = lazy(() =>
  import('./account-box.tsx').then((module) => ({ default: module.AccountBox })),
);

/** At the foot of the sidebar: who is here, how it looks and speaks, and the way out. */
export function AccountMenu() {
  const text = useText();
  const { person } = useShell();
  const trigger = useMenuTrigger();
  const wanted = useWanted(trigger.open);
  const name = person.name || person.email;
  return (
    <>
      <button
        type="button"
        {...trigger.props}
        className="flex size-9 flex-none items-center justify-center gap-2 rounded-sm hover:bg-hover data-popup-open:bg-press wide:w-full wide:justify-start wide:px-2"
      >
        <Avatar name={person.email} />
        <span className="sr-only">{text('shell.account', { name })}</span>
        <span
          aria-hidden="true"
          className="hidden min-w-0 flex-1 truncate text-left font-medium wide:block"
        >
          {name}
        </span>
        <Icon icon={Ellipsis} size={14} className="hidden! text-text-3 wide:block!" />
      </button>
      {wanted && (
        <Suspense fallback={null}>
          <AccountBox trigger={trigger} />
        </Suspense>
      )}
    </>
  );
}
