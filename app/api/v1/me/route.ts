import { changeMeContract, getMeContract } from '#lib/contracts/account.ts';
import { problem } from '#lib/core/errors.ts';
import { err, ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { done } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(getMeContract, async ({ wiring, principal, workspaceId }) => {
    const workspace = await wiring.people.workspace(workspaceId);
    if (!workspace) return err(problem('not_found', 'The workspace is gone.'));
    const { kind, id, label, role } = principal;
    return ok({ status: 200, body: { kind, id, label, role, workspace } });
  }),
  apiRoute(changeMeContract, async ({ wiring, principal, body, ip }) =>
    done(204, await wiring.people.session.rename({ principal, ip, ...body })),
  ),
);
