import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { VersionsScreen } from '#components/versions/versions-screen.tsx';
import { isUuid } from '#lib/core/ids.ts';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';
import { senderOrigin } from '#lib/web/sender-origin.ts';
import { getWiring } from '#lib/wiring.ts';

export const generateMetadata = pageTitle('versions.title');

type Props = { params: Promise<{ id: string }> };

export default async function VersionsPage({ params }: Props) {
  const { workspaceId, role } = await requireSession();
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const { api, environment } = getWiring();
  const origin = senderOrigin({ url: 'http://localhost/', headers: await headers() }, environment);
  const workflow = await api.workflows.get({ workspaceId, origin, id });
  if (!workflow.ok) notFound();
  return <VersionsScreen workflow={workflow.value} canEdit={role !== 'viewer'} />;
}
