import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { QueryProvider } from '#components/api/query-provider.tsx';
import { Shell } from '#components/shell/shell.tsx';
import { sidebarCookie, sidebarWidthOf } from '#components/shell/sidebar-width.ts';
import { ToastProvider } from '#components/ui/toast.tsx';
import { pageLook } from '#lib/web/page-look.ts';
import { requireSession } from '#lib/web/require-session.ts';

/** What stands around every page of a signed-in person. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const { name, email, role, workspaceName } = await requireSession();
  const [{ theme }, jar] = await Promise.all([pageLook(), cookies()]);
  const sidebar = sidebarWidthOf(jar.get(sidebarCookie)?.value);
  return (
    <QueryProvider>
      <ToastProvider>
        <Shell person={{ name, email, role }} {...{ workspaceName, theme, sidebar }}>
          {children}
        </Shell>
      </ToastProvider>
    </QueryProvider>
  );
}
