import { changePasswordContract } from '#lib/contracts/account.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { done } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(changePasswordContract, async ({ wiring, principal, body, ip }) => {
    const { currentPassword: current, newPassword: next } = body;
    return done(204, await wiring.people.session.changePassword({ principal, current, next, ip }));
  }),
);
