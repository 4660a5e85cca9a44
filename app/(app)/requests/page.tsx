import { Suspense } from 'react';
import { Inspector } from '#components/inspector/inspector.tsx';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';

export const generateMetadata = pageTitle('page.requests');

export default async function RequestsPage() {
  const { role } = await requireSession();
  return (
    <Suspense>
      <Inspector topic={{}} canReplay={role !== 'viewer'} />
    </Suspense>
  );
}
