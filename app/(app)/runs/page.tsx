import type { Metadata } from 'next';
import { Suspense } from 'react';
import { RunsList } from '#components/runs/runs-list.tsx';
import { requireSession } from '#lib/web/require-session.ts';

export const metadata: Metadata = { title: 'Runs' };

export default async function RunsPage() {
  await requireSession();
  return (
    <Suspense>
      <RunsList />
    </Suspense>
  );
}
