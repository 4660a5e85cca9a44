import { Lock } from 'lucide-react';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { LanguageButton } from '#components/language-button.tsx';
import { ThemeButton } from '#components/theme-button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Logo } from '#components/ui/logo.tsx';
import { pageLook } from '#lib/web/page-look.ts';

/** One column under the mark, for who isn't signed in. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const { theme } = await pageLook();
  const host = (await headers()).get('host');
  return (
    <div className="grid min-h-dvh grid-rows-[1fr_auto]">
      <main className="m-auto flex w-[360px] max-w-full flex-col px-4 pt-6 pb-14 sm:px-0">
        <Logo className="-ml-[5px] size-9" />
        {children}
      </main>
      <footer className="flex flex-wrap items-center justify-center gap-x-4 px-5 pb-4 text-meta text-text-3">
        <span className="flex items-center gap-[5px]">
          <Icon icon={Lock} size={12} />
          {host}
        </span>
        <ThemeButton initial={theme} />
        <LanguageButton />
      </footer>
    </div>
  );
}
