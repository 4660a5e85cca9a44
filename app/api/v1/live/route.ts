import { liveContract } from '#lib/contracts/live.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { openLive } from '#lib/web/live-route.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(liveContract, ({ wiring, workspaceId, principal, query, request }) => {
    const { lastEventId, ...topic } = query;
    return openLive({ wiring, workspaceId, principal, topic, lastEventId, request });
  }),
);
