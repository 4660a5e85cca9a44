import type { Endpoint } from './endpoint-draft.ts';

export type Attention =
  | { kind: 'ended'; at: Date }
  | { kind: 'closed' }
  | { kind: 'no_secret' }
  | { kind: 'ends'; at: Date }
  | { kind: 'old_url'; at: Date };

type Judged = Pick<Endpoint, 'enabled' | 'expiresAt' | 'verification' | 'previousUrls'>;

/** The one thing about an endpoint that a person should know first; undefined where all is well. */
export function attentionOf(endpoint: Judged, now: number): Attention | undefined {
  const ends = endpoint.expiresAt === null ? undefined : new Date(endpoint.expiresAt);
  if (ends && ends.getTime() <= now) return { kind: 'ended', at: ends };
  if (!endpoint.enabled) return { kind: 'closed' };
  if (refusesAll(endpoint.verification, now)) return { kind: 'no_secret' };
  if (ends) return { kind: 'ends', at: ends };
  const [old] = endpoint.previousUrls;
  return old && { kind: 'old_url', at: new Date(old.expiresAt) };
}

/** Something is checked, and nothing could pass: no secret is left to check with. */
export function refusesAll({ scheme, secrets }: Endpoint['verification'], now: number): boolean {
  if (scheme === 'none') return false;
  return !secrets.some(({ expiresAt }) => expiresAt === null || Date.parse(expiresAt) > now);
}
