'use client';

import { Menu as MenuIcon } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { lazy, Suspense } from 'react';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import { useMenuTrigger } from '../ui/use-menu-trigger.ts';
import { useWanted } from '../ui/use-wanted.ts';
import { PlaceIcon } from './place-icon.tsx';
import { PlaceLink } from './place-link.tsx';
import { places } from './places.ts';

const MoreBox = lazy(() =>
  import('./more-box.tsx').then((module) => ({ default: module.MoreBox })),
);
const shown = places.slice(0, 4);
const behind = places.slice(4);
const tab =
  'flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 rounded-sm text-micro text-text-3 aria-[current=page]:text-text aria-[current=page]:font-medium';

/** On phones: four pages within reach of a thumb, the others behind More. */
export function TabBar() {
  const text = useText();
  const pathname = usePathname();
  const trigger = useMenuTrigger();
  const wanted = useWanted(trigger.open);
  const isBehind = behind.some(({ under }) => under.test(pathname));
  return (
    <nav
      aria-label={text('shell.nav')}
      className="fixed inset-x-0 bottom-0 z-15 flex h-14 gap-1 border-line border-t bg-bg px-1 sm:hidden"
    >
      {shown.map(({ id, href, label, under }) => (
        <PlaceLink
          key={id}
          href={href}
          aria-current={under.test(pathname) ? 'page' : undefined}
          className={tab}
        >
          <PlaceIcon id={id} size={20} />
          <span className="max-w-full truncate">{text(label)}</span>
        </PlaceLink>
      ))}
      <button
        type="button"
        {...trigger.props}
        className={`${tab} ${isBehind ? 'font-medium text-text!' : ''}`}
      >
        <Icon icon={MenuIcon} size={20} />
        {text('shell.more')}
      </button>
      {wanted && (
        <Suspense fallback={null}>
          <MoreBox {...{ trigger, behind }} />
        </Suspense>
      )}
    </nav>
  );
}
