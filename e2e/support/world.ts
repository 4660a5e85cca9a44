import { expect, type Page } from '@playwright/test';
import { call } from './api.ts';
import { sendIssue } from './github.ts';
import type { WorldIds } from './place.ts';
import type { Receiver } from './receiver.ts';
import { type MadeWorkflow, makeTicketWorkflow, sendTicket } from './ticket-workflow.ts';

type Items<Item = { id: string }> = { items: Item[] };

/** As before the first workflow, but for what came and ran. */
export async function clearWorld(owner: Page): Promise<void> {
  for (const kind of ['workflows', 'endpoints', 'connections', 'tokens']) {
    const { items } = await call<Items>(owner, `GET /api/v1/${kind}?limit=200`);
    for (const { id } of items) await call(owner, `DELETE /api/v1/${kind}/${id}`, {});
  }
}

const secret = 'a secret of the repository';

/** Two workflows, one of which fails; one that isn't set up; a connection; a token; all verdicts. */
export async function fillWorld(owner: Page, receiver: Receiver): Promise<WorldIds> {
  const service = await receiver.open();
  const tickets = await makeTicketWorkflow(owner, { name: 'Watched tickets', service });
  const nowhere = await makeTicketWorkflow(owner, { name: 'Nowhere', service: 'http://10.9.8.7' });
  const unfinished = await call<MadeWorkflow>(owner, 'POST /api/v1/workflows', {
    name: 'Unfinished',
    graph: { ...tickets.graph, nodes: tickets.graph.nodes.slice(0, 1), edges: [] },
  });
  for (const { id } of [tickets, nowhere]) {
    await call(owner, `POST /api/v1/workflows/${id}/publish`, { note: 'The first one' });
  }
  await changeDraft(owner, tickets);
  await call(owner, 'POST /api/v1/connections', {
    name: 'Desk',
    secret: { type: 'bearer', token: 'a token of the desk' },
  });
  await call(owner, 'POST /api/v1/tokens', { name: 'Provisioning' });
  const ran = await sendTicket(tickets, 'high');
  await sendTicket(tickets, 'low');
  const failed = await sendTicket(nowhere, 'high');
  const rejected = await refuseOne(owner);
  return {
    workflow: tickets.id,
    newWorkflow: unfinished.id,
    endpoint: tickets.endpoints[0]?.id ?? '',
    ran,
    rejected,
    failedRun: await failedRunOf(owner, failed),
  };
}

/** So that there are versions to compare. */
async function changeDraft(owner: Page, { id, graph, revision }: MadeWorkflow): Promise<void> {
  const nodes = graph.nodes.map((node) =>
    node.id === 'notify' ? { ...node, name: 'Tell the night desk' } : node,
  );
  const changed = { graph: { ...graph, nodes }, baseRevision: revision };
  await call(owner, `PUT /api/v1/workflows/${id}/graph`, changed);
}

/** An endpoint that nobody listens to, checks signatures and has seen a good one and a forged one. */
async function refuseOne(owner: Page): Promise<string> {
  const { id, url } = await call<{ id: string; url: string }>(owner, 'POST /api/v1/endpoints', {
    name: 'GitHub, octocat/hello',
    verification: { scheme: 'github', secrets: [secret] },
  });
  const issue = { action: 'opened', title: 'A title' } as const;
  expect(await sendIssue(url, secret, issue)).toBe(202);
  expect(await sendIssue(url, 'not the secret', issue)).toBe(401);
  return await firstOf(owner, `requests?endpointId=${id}&verdict=rejected`);
}

async function failedRunOf(owner: Page, requestId: string): Promise<string> {
  return await firstOf(owner, `runs?requestId=${requestId}&status=failed`);
}

async function firstOf(owner: Page, path: string): Promise<string> {
  let found: string | undefined;
  await expect(async () => {
    found = (await call<Items>(owner, `GET /api/v1/${path}`)).items[0]?.id;
    expect(found, path).toBeDefined();
  }).toPass();
  return found ?? '';
}
