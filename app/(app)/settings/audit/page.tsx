import { Suspense } from 'react';
import { AuditSettings } from '#components/settings/audit/audit-settings.tsx';
import { OwnersOnly } from '#components/settings/owners-only.tsx';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';

export const generateMetadata = pageTitle('settings.audit');

export default async function AuditPage() {
  const { role } = await requireSession();
  if (role !== 'owner') return <OwnersOnly />;
  return (
    <Suspense>
      <AuditSettings />
    </Suspense>
  );
}
