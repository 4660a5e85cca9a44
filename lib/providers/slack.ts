import { inBody } from '#lib/core/request/place.ts';
import type { Provider } from './provider.ts';
import { slackChallenge } from './slack-challenge.ts';

export const slack: Provider = {
  id: 'slack',
  label: 'Slack',
  initials: 'Sl',
  tint: 'plum',
  setUp: {
    url: 'In your Slack app, paste the URL as the request URL of event subscriptions, interactivity or a slash command. Slack asks for its challenge at once; it is answered for you.',
    secret: "Paste the app's signing secret, from its basic information page, here.",
  },
  secret: { madeBy: 'sender', format: 'token', placeholder: 'the signing secret, 32 characters' },
  scheme: {
    kind: 'hmac',
    algorithm: 'sha256',
    encoding: 'hex',
    key: 'utf8',
    signature: { headers: ['x-slack-signature'], prefix: 'v0=', format: { kind: 'single' } },
    message: [{ literal: 'v0:' }, 'timestamp', { literal: ':' }, 'body'],
    timestamp: {
      from: { header: ['x-slack-request-timestamp'] },
      unit: 's',
      toleranceSeconds: 300,
      window: 'both',
    },
  },
  coversBody: true,
  // Events, then interactions (type of the payload field), then slash commands.
  event: {
    type: [inBody('event', 'type'), inBody('type'), inBody('command')],
    id: [inBody('event_id')],
  },
  hasConfirmedId: true,
  handshake: slackChallenge,
  handshakeMethods: [],
  answer: { expected: 'any 2xx', withinSeconds: 3 },
  notes: [
    'Slash commands and interactions come as forms; they carry no event id.',
    'The third retry comes after about five minutes, on the edge of the time window.',
  ],
};
