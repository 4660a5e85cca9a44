import { inBody } from '#lib/core/request/place.ts';
import type { Provider } from './provider.ts';

export const stripe: Provider = {
  id: 'stripe',
  label: 'Stripe',
  initials: 'St',
  tint: 'violet',
  setUp: {
    url: 'In the Stripe dashboard, open the webhooks page, add an endpoint and paste the URL.',
    secret: 'Stripe shows a signing secret for that endpoint; paste it here whole, with whsec_.',
  },
  secret: { madeBy: 'sender', format: 'whsec', placeholder: 'whsec_…' },
  scheme: {
    kind: 'hmac',
    algorithm: 'sha256',
    encoding: 'hex',
    // The whole text is the key here, whsec_ included.
    key: 'utf8',
    signature: {
      headers: ['stripe-signature'],
      prefix: '',
      format: { kind: 'pairs', separator: ',', signature: 'v1', timestamp: 't' },
    },
    message: ['timestamp', { literal: '.' }, 'body'],
    timestamp: { from: 'signature', unit: 's', toleranceSeconds: 300, window: 'past' },
  },
  coversBody: true,
  event: { type: [inBody('type')], id: [inBody('id')] },
  hasConfirmedId: true,
  handshakeMethods: [],
  answer: { expected: 'any 2xx', withinSeconds: null },
  notes: [
    'Each attempt is signed anew, so a retry is never stale.',
    'Entries other than v1 are ignored.',
  ],
};
