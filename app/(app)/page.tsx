import { Plus } from 'lucide-react';
import { headers } from 'next/headers';
import Link from 'next/link';
import { EndpointTable } from '#components/home/endpoint-table.tsx';
import { WorkflowTable } from '#components/home/workflow-table.tsx';
import { TopBar } from '#components/shell/top-bar.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { pageLook } from '#lib/web/page-look.ts';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';
import { senderOrigin } from '#lib/web/sender-origin.ts';
import { getWiring } from '#lib/wiring.ts';

export const generateMetadata = pageTitle('home.title');

const shown = 20;

export default async function HomePage() {
  const { workspaceId, role } = await requireSession();
  const { text } = await pageLook();
  const [endpoints, workflows] = await Promise.all([
    newestEndpoints(workspaceId),
    getWiring().api.workflows.list({ workspaceId, limit: shown + 1 }),
  ]);
  return (
    <>
      <TopBar title={text('home.title')}>
        {role !== 'viewer' && (
          <Link href="/workflows/new" className={buttonClass({ variant: 'primary' })}>
            <Icon icon={Plus} />
            {text('shell.newWorkflow')}
          </Link>
        )}
      </TopBar>
      <div className="flex flex-col gap-4 px-4 py-4 sm:px-5">
        <WorkflowTable
          rows={workflows.slice(0, shown)}
          more={workflows.length > shown}
          text={text}
        />
        <EndpointTable
          rows={endpoints.slice(0, shown)}
          more={endpoints.length > shown}
          text={text}
        />
      </div>
    </>
  );
}

async function newestEndpoints(workspaceId: string) {
  const { api, environment } = getWiring();
  const request = { url: 'http://localhost/', headers: await headers() };
  const origin = senderOrigin(request, environment);
  const rows = await api.endpoints.list({ workspaceId, origin, limit: shown + 1 });
  return Promise.all(
    rows.map(async ({ id: endpointId, name, url, urlReachable }) => {
      const stats = await api.requests.stats({ workspaceId, endpointId });
      const { received, ran, rejected } = stats.ok
        ? stats.value
        : { received: 0, ran: 0, rejected: 0 };
      return {
        id: endpointId,
        name,
        url,
        local: urlReachable === 'local',
        received,
        ran,
        rejected,
      };
    }),
  );
}
