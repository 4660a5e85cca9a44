import { inBody, inHeader } from '#lib/core/request/place.ts';
import type { Provider } from './provider.ts';

export const gitlab: Provider = {
  id: 'gitlab',
  label: 'GitLab',
  initials: 'GL',
  tint: 'orange',
  setUp: {
    url: 'In the project or group, open Settings → Webhooks and paste the URL.',
    secret: 'Paste the same text into the secret token field of that page.',
  },
  secret: { madeBy: 'you', format: 'token', placeholder: 'a long random text' },
  scheme: { kind: 'token', place: { in: 'header', name: 'x-gitlab-token', prefix: '' } },
  coversBody: false,
  event: {
    type: [inHeader('x-gitlab-event'), inBody('object_kind'), inBody('event_name')],
    id: [inHeader('webhook-id'), inHeader('idempotency-key'), inHeader('x-gitlab-event-uuid')],
  },
  hasConfirmedId: true,
  handshakeMethods: [],
  answer: { expected: 'any 2xx', withinSeconds: null },
  notes: [
    'The token shows who sent it; the body is not signed.',
    'Failed deliveries are not tried again by themselves; four failures in a row pause the webhook.',
  ],
};
