import { WorkspaceSettings } from '#components/settings/workspace/workspace-settings.tsx';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';

export const generateMetadata = pageTitle('settings.workspace');

export default async function WorkspacePage() {
  await requireSession();
  return <WorkspaceSettings />;
}
