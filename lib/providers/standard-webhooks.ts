import type { Provider } from './provider.ts';
import { standardWebhooksRow } from './standard-webhooks-row.ts';

export const standardWebhooks: Provider = {
  ...standardWebhooksRow(['webhook', 'svix']),
  id: 'standard_webhooks',
  label: 'Standard Webhooks',
  initials: 'SW',
  tint: 'teal',
  setUp: {
    url: 'Add the URL as a webhook endpoint at the sender.',
    secret: 'Paste the secret that the sender shows for that endpoint, with or without whsec_.',
  },
  handshakeMethods: [],
  answer: { expected: 'any 2xx', withinSeconds: null },
  notes: [
    'For every sender that follows the Standard Webhooks specification; the svix- header names are taken too.',
    'webhook-id stays the same over retries.',
  ],
};
