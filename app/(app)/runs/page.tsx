import { Suspense } from 'react';
import { RunsList } from '#components/runs/runs-list.tsx';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';

export const generateMetadata = pageTitle('shell.nav.runs');

export default async function RunsPage() {
  await requireSession();
  return (
    <Suspense>
      <RunsList />
    </Suspense>
  );
}
