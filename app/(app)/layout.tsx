import type { ReactNode } from 'react';
import { QueryProvider } from '#components/api/query-provider.tsx';
import { SignOutButton } from '#components/people/sign-out-button.tsx';
import { ThemeButton } from '#components/theme-button.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { Logo } from '#components/ui/logo.tsx';
import { ToastProvider } from '#components/ui/toast.tsx';
import { pageLook } from '#lib/web/page-look.ts';
import { requireSession } from '#lib/web/require-session.ts';

/** The bar over every page of a signed-in person. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const session = await requireSession();
  const { theme, text } = await pageLook();
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-12 flex-none items-center gap-x-2 border-line border-b bg-bg pr-4 pl-5">
        <a href="/" className="flex h-9 min-w-0 items-center gap-2 rounded-sm font-semibold">
          <Logo className="size-[22px] flex-none" />
          <span className="truncate">{session.workspaceName}</span>
        </a>
        <span className="flex-1" />
        <ThemeButton initial={theme} compact />
        <span className="flex items-center gap-2" title={session.email}>
          <Avatar name={session.name || session.email} />
          <span className="sr-only">{text('home.account', { email: session.email })}</span>
        </span>
        <SignOutButton />
      </header>
      <main className="mx-auto w-full max-w-[1120px] flex-1 has-data-wide:max-w-none px-4 py-4 sm:px-5">
        <QueryProvider>
          <ToastProvider>{children}</ToastProvider>
        </QueryProvider>
      </main>
    </div>
  );
}
