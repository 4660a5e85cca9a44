import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { SetupFlow } from '#components/setup/setup-flow.tsx';
import { isUuid } from '#lib/core/ids.ts';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';
import { senderOrigin } from '#lib/web/sender-origin.ts';
import { getWiring } from '#lib/wiring.ts';

export const generateMetadata = pageTitle('setup.title');

const shownRequests = 20;

export default async function SetupPage({ params }: { params: Promise<{ id: string }> }) {
  const { workspaceId, role } = await requireSession();
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const { api, environment } = getWiring();
  const origin = senderOrigin({ url: 'http://localhost/', headers: await headers() }, environment);
  const workflow = await api.workflows.get({ workspaceId, origin, id });
  if (!workflow.ok) notFound();
  // Without a URL of its own there is nothing to set up: the canvas says so.
  const endpointId = workflow.value.endpoints[0]?.id;
  if (endpointId === undefined) redirect(`/workflows/${id}`);
  const [endpoint, requests] = await Promise.all([
    api.endpoints.get({ workspaceId, origin, id: endpointId }),
    api.requests.list({ workspaceId, endpointId, limit: shownRequests }),
  ]);
  if (!endpoint.ok || !requests.ok) redirect(`/workflows/${id}`);
  return (
    <SetupFlow
      workflow={workflow.value}
      endpoint={endpoint.value}
      providers={api.catalog.providers()}
      requests={requests.value.rows}
      canEdit={role !== 'viewer'}
      retentionDays={environment.HOOKLINE_RETENTION_DAYS}
    />
  );
}
