import { inHeader } from '#lib/core/request/place.ts';
import type { Provider } from './provider.ts';

export const bitbucket: Provider = {
  id: 'bitbucket',
  label: 'Bitbucket Cloud',
  initials: 'BB',
  tint: 'blue',
  setUp: {
    url: 'In the repository, open Repository settings → Webhooks → Add webhook and paste the URL.',
    secret: 'Paste the same text into the secret field of that page.',
  },
  secret: { madeBy: 'you', format: 'token', placeholder: 'a long random text' },
  scheme: {
    kind: 'hmac',
    algorithm: 'sha256',
    encoding: 'hex',
    key: 'utf8',
    signature: { headers: ['x-hub-signature'], prefix: 'sha256=', format: { kind: 'single' } },
    message: ['body'],
  },
  coversBody: true,
  event: { type: [inHeader('x-event-key')], id: [inHeader('x-request-uuid')] },
  hasConfirmedId: true,
  handshakeMethods: [],
  answer: { expected: 'any 2xx', withinSeconds: null },
  notes: [
    'x-request-uuid stays the same over retries; x-attempt-number counts them.',
    'Webhooks without a secret carry x-hook-uuid: check it with the scheme header_token.',
  ],
};
