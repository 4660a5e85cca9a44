import { toPage } from '#lib/contracts/common.ts';
import { inviteMemberContract, listMembersContract } from '#lib/contracts/members.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { appOrigin } from '#lib/web/sender-origin.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(listMembersContract, async ({ wiring, workspaceId, query: { limit, cursor } }) => {
    const page = { before: cursor, limit: limit + 1 };
    return ok({
      status: 200,
      body: toPage(await wiring.people.members.list(workspaceId, page), limit),
    });
  }),
  apiRoute(inviteMemberContract, async ({ wiring, principal, request, body, ip }) => {
    const invited = await wiring.people.members.invite({ principal, ip, ...body });
    if (!invited.ok) return invited;
    const { code, ...invitation } = invited.value;
    const inviteUrl = `${appOrigin(request, wiring.environment)}/invite?code=${code}`;
    return ok({ status: 201, body: { ...invitation, inviteUrl } });
  }),
);
