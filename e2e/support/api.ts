import type { Page } from '@playwright/test';

/** A workflow with a webhook and nothing else, made by the page's own session. */
export async function makeWorkflow(page: Page, name: string) {
  const made = await page.evaluate(async (given) => {
    const response = await fetch('/api/v1/workflows', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name: given,
        graph: {
          schema: 1,
          nodes: [
            {
              id: 'hook',
              type: 'webhook',
              name: 'Webhook',
              position: { x: 0, y: 0 },
              settings: {},
            },
          ],
          edges: [],
        },
      }),
    });
    return (await response.json()) as { id: string; endpoints: { id: string; url: string }[] };
  }, name);
  const [endpoint] = made.endpoints;
  if (!endpoint) throw new Error('The workflow has no endpoint.');
  return { id: made.id, endpointId: endpoint.id, hook: endpoint.url };
}
