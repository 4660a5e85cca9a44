import { doorRoute } from '#lib/web/door-route.ts';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export {
  doorRoute as DELETE,
  doorRoute as GET,
  doorRoute as HEAD,
  doorRoute as OPTIONS,
  doorRoute as PATCH,
  doorRoute as POST,
  doorRoute as PUT,
};
