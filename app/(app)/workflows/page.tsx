import { Suspense } from 'react';
import { WorkflowList } from '#components/workflows/workflow-list.tsx';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';

export const generateMetadata = pageTitle('workflows.title');

export default async function WorkflowsPage() {
  await requireSession();
  return (
    <Suspense>
      <WorkflowList />
    </Suspense>
  );
}
