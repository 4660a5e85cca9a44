import { NewWorkflow } from '#components/workflows/new-workflow.tsx';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';

export const generateMetadata = pageTitle('workflows.new');

export default async function NewWorkflowPage() {
  await requireSession();
  return <NewWorkflow />;
}
