import { Suspense } from 'react';
import { OwnersOnly } from '#components/settings/owners-only.tsx';
import { TokenSettings } from '#components/settings/tokens/token-settings.tsx';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';

export const generateMetadata = pageTitle('settings.tokens');

export default async function TokensPage() {
  const { role } = await requireSession();
  if (role !== 'owner') return <OwnersOnly />;
  return (
    <Suspense>
      <TokenSettings />
    </Suspense>
  );
}
