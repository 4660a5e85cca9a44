import { createHmac, randomBytes } from 'node:crypto';
import type { Pool } from '#lib/adapters/db/pool.ts';
import type { SecretBox } from '#lib/adapters/secrets/secret-box.ts';
import { uuidv7 } from '#lib/core/ids.ts';

export const signingSecret = 'It is a secret to everybody';

/** A live workflow on an endpoint that checks GitHub's signature and tells duplicates apart. */
export async function makeWorkflow(
  pool: Pool,
  box: SecretBox,
  graphFor: (endpointId: string) => object,
): Promise<{ token: string; endpointId: string }> {
  const id = () => uuidv7(Date.now(), randomBytes(10));
  const [workspace, workflow, endpoint, secretId] = [id(), id(), id(), id()];
  const token = randomBytes(24).toString('base64url');
  const graph = JSON.stringify(graphFor(endpoint));
  await pool.query(`INSERT INTO workspace (id, name) VALUES ($1, 'Bench')`, [workspace]);
  await pool.query(
    `INSERT INTO workflow (id, workspace_id, name, graph, live_version) VALUES ($1, $2, 'Bench', $3, 1)`,
    [workflow, workspace, graph],
  );
  await pool.query('INSERT INTO workflow_version (workflow_id, number, graph) VALUES ($1, 1, $2)', [
    workflow,
    graph,
  ]);
  await pool.query(
    `INSERT INTO endpoint (id, workspace_id, name, config) VALUES ($1, $2, 'Bench', $3)`,
    [endpoint, workspace, { verification: { scheme: 'github' } }],
  );
  await pool.query('INSERT INTO endpoint_token (hash, endpoint_id, sealed) VALUES ($1, $2, $3)', [
    box.tokenHash(token),
    endpoint,
    'unused',
  ]);
  await pool.query(
    `INSERT INTO endpoint_secret (id, endpoint_id, sealed, hint) VALUES ($1, $2, $3, 'body')`,
    [secretId, endpoint, box.seal(signingSecret, { table: 'endpoint_secret', id: secretId })],
  );
  await pool.query(
    `INSERT INTO live_trigger (endpoint_id, workflow_id, node_id) VALUES ($1, $2, 'hook')`,
    [endpoint, workflow],
  );
  return { token, endpointId: endpoint };
}

/** Hook, filter, call. */
export function benchGraph(endpointId: string, receiverPort: number): object {
  const position = { x: 0, y: 0 };
  const left = '{{body.data.priority}}';
  return {
    schema: 1,
    nodes: [
      {
        id: 'hook',
        type: 'webhook',
        name: 'Ticket opened',
        position,
        settings: { endpointIds: [endpointId] },
      },
      {
        id: 'urgent',
        type: 'filter',
        name: 'High priority',
        position,
        settings: { all: [{ left, operator: 'is_one_of', right: ['high', 'critical'] }] },
      },
      {
        id: 'notify',
        type: 'http_request',
        name: 'Tell the desk',
        position,
        settings: {
          method: 'POST',
          url: `http://127.0.0.1:${receiverPort}/notify`,
          headers: { 'x-ticket': '{{body.data.ticket_id}}' },
          body: {
            type: 'json',
            value: { ticket: '{{body.data.ticket_id}}', from: '{{body.data.customer_email}}' },
          },
        },
      },
    ],
    edges: [
      { id: 'e1', from: { node: 'hook', port: 'out' }, to: { node: 'urgent', port: 'in' } },
      { id: 'e2', from: { node: 'urgent', port: 'match' }, to: { node: 'notify', port: 'in' } },
    ],
  };
}

export type Ticket = { ticket: string; priority: 'high' | 'low' };

/** About 1 KB, as text for a socket. */
export function signedRequest(token: string, { ticket, priority }: Ticket): string {
  const body = JSON.stringify({
    event_type: 'support_ticket.created',
    data: {
      ticket_id: ticket,
      priority,
      customer_email: 'ada@example.com',
      text: 'I am having a problem with this. '.repeat(24),
    },
  });
  const signature = createHmac('sha256', signingSecret).update(body).digest('hex');
  const head = [
    `POST /hooks/${token} HTTP/1.1`,
    'Host: hooks.example',
    'Content-Type: application/json',
    'X-GitHub-Event: support_ticket',
    `X-GitHub-Delivery: ${ticket}`,
    `X-Hub-Signature-256: sha256=${signature}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
