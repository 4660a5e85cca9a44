import type { NodeType } from '#lib/nodes/definitions.ts';

type NodeTextKey = `node.${NodeType}.${'label' | 'help'}` | `port.${string}`;

/** Step types and their outputs as the screens call them; the API has its own words in the definitions. */
export const nodes = {
  'node.webhook.label': 'Webhook',
  'node.webhook.help': 'Starts when a request arrives at its URL.',
  'node.filter.label': 'Filter',
  'node.filter.help': 'Goes on only where its conditions hold.',
  'node.switch.label': 'Switch',
  'node.switch.help': 'Goes on by the first case that holds.',
  'node.set_fields.label': 'Set fields',
  'node.set_fields.help': 'Makes an object for the steps after it, field by field.',
  'node.http_request.label': 'HTTP request',
  'node.http_request.help': 'Calls a URL and hands on its answer.',
  'node.respond.label': 'Respond',
  'node.respond.help': 'Answers the sender, who waits for it.',
  'node.delay.label': 'Delay',
  'node.delay.help': 'Waits before it goes on, up to 30 days.',
  'node.stop.label': 'Stop',
  'node.stop.help': 'Ends the whole run here, as succeeded or as failed.',
  'port.out': 'out',
  'port.match': 'match',
  'port.otherwise': 'otherwise',
  'port.ok': 'ok',
  'port.error': 'error',
} as const satisfies Record<NodeTextKey, string>;
