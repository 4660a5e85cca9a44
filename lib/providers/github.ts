import { inBody, inHeader } from '#lib/core/request/place.ts';
import type { Provider } from './provider.ts';

export const github: Provider = {
  id: 'github',
  label: 'GitHub',
  initials: 'GH',
  tint: 'slate',
  setUp: {
    url: 'In the repository or organization, open Settings → Webhooks → Add webhook and paste the URL as the payload URL. Choose application/json; the form type works too.',
    secret: 'Paste the same text into the secret field of that page.',
  },
  secret: { madeBy: 'you', format: 'token', placeholder: 'a long random text' },
  scheme: {
    kind: 'hmac',
    algorithm: 'sha256',
    encoding: 'hex',
    key: 'utf8',
    signature: {
      headers: ['x-hub-signature-256'],
      prefix: 'sha256=',
      format: { kind: 'single' },
    },
    message: ['body'],
  },
  coversBody: true,
  event: {
    type: [inHeader('x-github-event')],
    action: inBody('action'),
    id: [inHeader('x-github-delivery')],
  },
  hasConfirmedId: true,
  handshakeMethods: [],
  answer: { expected: 'any 2xx', withinSeconds: null },
  notes: [
    'A ping event comes when the webhook is made.',
    'Redeliver sends the same delivery id again.',
    'The old x-hub-signature (SHA-1) is ignored.',
    'Payloads above 25 MB are never sent.',
  ],
};
