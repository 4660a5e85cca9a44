import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Inspector } from '#components/inspector/inspector.tsx';
import { requireSession } from '#lib/web/require-session.ts';

export const metadata: Metadata = { title: 'Requests' };

export default async function RequestsPage() {
  const { role } = await requireSession();
  return (
    <Suspense>
      <Inspector topic={{}} canReplay={role !== 'viewer'} />
    </Suspense>
  );
}
