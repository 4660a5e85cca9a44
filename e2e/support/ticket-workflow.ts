import type { Page } from '@playwright/test';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import { call } from './api.ts';

export type MadeWorkflow = {
  id: string;
  name: string;
  revision: number;
  liveVersion: number | null;
  graph: GraphDocument;
  endpoints: { id: string; url: string }[];
};

/** Three steps made by a call, for stories that begin with a workflow: urgent tickets go to `service`. */
export async function makeTicketWorkflow(
  page: Page,
  { name, service }: { name: string; service: string },
): Promise<MadeWorkflow> {
  return await call(page, 'POST /api/v1/workflows', { name, graph: ticketGraph(service) });
}

function ticketGraph(service: string): GraphDocument {
  return {
    schema: 1,
    nodes: [
      {
        ...{ id: 'hook', type: 'webhook', name: 'Ticket opened', position: { x: 0, y: 0 } },
        settings: {},
      },
      {
        ...{ id: 'urgent', type: 'filter', name: 'Is it urgent', position: { x: 280, y: 0 } },
        settings: { all: [{ left: '{{body.priority}}', operator: 'equals', right: 'high' }] },
      },
      {
        ...{ id: 'notify', type: 'http_request', name: 'Tell the desk' },
        position: { x: 560, y: 0 },
        settings: { method: 'POST', url: `${service}/desk` },
      },
    ],
    edges: [
      {
        id: 'e1',
        from: { node: 'hook', port: 'out' },
        to: { node: 'urgent', port: 'in' },
      },
      {
        id: 'e2',
        from: { node: 'urgent', port: 'match' },
        to: { node: 'notify', port: 'in' },
      },
    ],
  };
}

/** Sends a ticket to the workflow's URL; answers the id under which it is stored. */
export async function sendTicket({ endpoints }: MadeWorkflow, priority: string): Promise<string> {
  const answer = await fetch(endpoints[0]?.url ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ priority }),
  });
  return ((await answer.json()) as { id: string }).id;
}
