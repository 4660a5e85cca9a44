import { Home, type HomeWindow } from '#components/home/home.tsx';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';
import { getWiring } from '#lib/wiring.ts';

export const generateMetadata = pageTitle('home.title');

type Props = { searchParams: Promise<{ window?: string | string[] }> };

export default async function HomePage({ searchParams }: Props) {
  const { workspaceId, role } = await requireSession();
  const asked = (await searchParams).window;
  const window: HomeWindow = asked === '7d' ? '7d' : '24h';
  const withTokens = role === 'owner';
  const initial = await getWiring().api.overview({ workspaceId, window, withTokens });
  return <Home initial={initial} initialWindow={window} readAt={Date.now()} />;
}
