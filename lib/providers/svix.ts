import type { Provider } from './provider.ts';
import { standardWebhooksRow } from './standard-webhooks-row.ts';

export const svix: Provider = {
  ...standardWebhooksRow(['svix', 'webhook']),
  id: 'svix',
  label: 'Svix',
  initials: 'Sv',
  tint: 'blue',
  setUp: {
    url: 'Add the URL as an endpoint in the Svix portal of the sender.',
    secret: 'Paste the signing secret that the portal shows for that endpoint.',
  },
  handshakeMethods: [],
  answer: { expected: 'any 2xx', withinSeconds: null },
  notes: ['svix-id stays the same over retries. The webhook- header names are taken too.'],
};
