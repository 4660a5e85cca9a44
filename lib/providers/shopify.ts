import { inHeader } from '#lib/core/request/place.ts';
import type { Provider } from './provider.ts';

export const shopify: Provider = {
  id: 'shopify',
  label: 'Shopify',
  initials: 'Sh',
  tint: 'green',
  setUp: {
    url: 'In the Shopify admin, open Settings → Notifications → Webhooks, or subscribe by your app, and give the URL.',
    secret: "Paste the key that Shopify shows there, or your app's client secret, here.",
  },
  secret: { madeBy: 'sender', format: 'token', placeholder: 'the signing key' },
  scheme: {
    kind: 'hmac',
    algorithm: 'sha256',
    encoding: 'base64',
    key: 'utf8',
    signature: { headers: ['x-shopify-hmac-sha256'], prefix: '', format: { kind: 'single' } },
    message: ['body'],
  },
  coversBody: true,
  event: { type: [inHeader('x-shopify-topic')], id: [inHeader('x-shopify-webhook-id')] },
  hasConfirmedId: true,
  handshakeMethods: [],
  answer: { expected: 'any 2xx', withinSeconds: 5 },
  notes: [
    'A changed secret can take an hour to reach all deliveries: keep both live meanwhile.',
    'x-shopify-triggered-at is not signed, so there is no time window.',
  ],
};
