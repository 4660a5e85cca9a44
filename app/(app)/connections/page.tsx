import { ConnectionList } from '#components/connections/connection-list.tsx';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';

export const generateMetadata = pageTitle('connections.title');

export default async function ConnectionsPage() {
  await requireSession();
  return <ConnectionList />;
}
