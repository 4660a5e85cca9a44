import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEndpointContract } from '#lib/contracts/endpoint.ts';
import { liveContract } from '#lib/contracts/live.ts';
import { createWorkflowContract, publishWorkflowContract } from '#lib/contracts/workflow.ts';
import { TestApi } from './test-api.ts';

let api: TestApi;
let door: string;
beforeAll(async () => {
  api = await TestApi.open();
  door = await api.start();
});
afterAll(() => api.close());

type Heard = {
  id: string;
  event: string;
  data: { id?: string; status?: string; outcome?: string };
};

/** Comments and `retry` are none. */
function eventIn(block: string): Heard[] {
  const [, id, event, data] = /^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(block) ?? [];
  if (id === undefined || event === undefined || data === undefined) return [];
  return [{ id, event, data: JSON.parse(data) as Heard['data'] }];
}

/** Reads a stream in the background; `heard` grows. */
async function listen(query: Record<string, string>, lastEventId?: string, token?: string) {
  const answer = await api.send(liveContract, {
    query,
    ...(token === undefined ? {} : { token }),
    ...(lastEventId === undefined ? {} : { headers: { 'last-event-id': lastEventId } }),
  });
  expect(answer.status).toBe(200);
  const heard: Heard[] = [];
  const reader = answer.response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const pump = async () => {
    let rest = '';
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      const blocks = (rest + part.value).split('\n\n');
      rest = blocks.pop() ?? '';
      heard.push(...blocks.flatMap(eventIn));
    }
  };
  pump().catch(() => {});
  return { heard, close: () => reader?.cancel() };
}

const named = (heard: Heard[], event: string) => heard.filter((one) => one.event === event);

async function capture(url: string, body = '{}') {
  const answer = await fetch(url, { method: 'POST', body });
  return ((await answer.json()) as { id: string }).id;
}

async function liveWorkflow() {
  const position = { x: 0, y: 0 };
  const graph = {
    schema: 1,
    nodes: [
      { id: 'hook', type: 'webhook', name: 'Hook', position, settings: {} },
      { id: 'end', type: 'stop', name: 'End', position, settings: {} },
    ],
    edges: [{ id: 'e', from: { node: 'hook', port: 'out' }, to: { node: 'end', port: 'in' } }],
  };
  const { body } = await api.send(createWorkflowContract, { body: { name: 'Live', graph } });
  await api.send(publishWorkflowContract, { params: { id: body.id }, body: {} });
  const [first] = body.endpoints;
  return {
    id: body.id,
    endpointId: first?.id ?? '',
    url: first?.url.replace('http://hookline.test', door) ?? '',
  };
}

test('whoever watches an endpoint sees its requests as they come, and no others', async () => {
  const mint = () => api.send(createEndpointContract, { body: { name: 'Watched' } });
  const [watched, other] = [(await mint()).body, (await mint()).body];
  const { heard, close } = await listen({ endpointId: watched.id });
  await capture(other.url.replace('http://hookline.test', door));
  const id = await capture(watched.url.replace('http://hookline.test', door));
  await expect.poll(() => named(heard, 'request').map(({ data }) => data.id)).toContain(id);
  expect(new Set(named(heard, 'request').map(({ data }) => data.id))).toEqual(new Set([id]));
  await expect
    .poll(() => heard.map(({ data }) => data.outcome), { timeout: 5000 })
    .toContain('captured');
  expect(JSON.stringify(heard)).not.toContain('"body"');
  await close();
});

test('whoever watches a workflow sees its runs end', async () => {
  const workflow = await liveWorkflow();
  const { heard, close } = await listen({ workflowId: workflow.id });
  await capture(workflow.url);
  await expect
    .poll(() => named(heard, 'run').map(({ data }) => data.status), { timeout: 10_000 })
    .toContain('succeeded');
  await close();
});

test('a stream that goes on after a break misses nothing that came meanwhile', async () => {
  const workflow = await liveWorkflow();
  const { heard, close } = await listen({ endpointId: workflow.endpointId });
  const first = await capture(workflow.url);
  await expect.poll(() => heard.map(({ data }) => data.id)).toContain(first);
  const last = heard.at(-1)?.id ?? '';
  await close();
  const missed = [await capture(workflow.url), await capture(workflow.url)];
  const again = await listen({ endpointId: workflow.endpointId }, last);
  await expect
    .poll(() => again.heard.map(({ data }) => data.id))
    .toEqual(expect.arrayContaining([first, ...missed]));
  await again.close();
  const anew = await listen({ endpointId: workflow.endpointId, lastEventId: last });
  await expect
    .poll(() => anew.heard.map(({ data }) => data.id))
    .toEqual(expect.arrayContaining([first, ...missed]));
  await anew.close();
});

test('nobody can watch what isn’t theirs, or two things at once', async () => {
  const workflow = await liveWorkflow();
  const token = api.tokens.stranger;
  const topics: Record<string, string>[] = [
    { workflowId: workflow.id },
    { endpointId: workflow.endpointId },
  ];
  for (const query of topics) {
    expect((await api.send(liveContract, { query, token })).status).toBe(404);
  }
  const both = { workflowId: workflow.id, endpointId: workflow.endpointId };
  expect((await api.send(liveContract, { query: both })).status).toBe(422);
});

test('without a topic the stream tells of the whole workspace, and of no other', async () => {
  const made = await api.send(createEndpointContract, { body: { name: 'Anything' } });
  const [ours, theirs] = [await listen({}), await listen({}, undefined, api.tokens.stranger)];
  const id = await capture(made.body.url.replace('http://hookline.test', door));
  await expect
    .poll(() => named(ours.heard, 'request').map(({ data }) => data.id), { timeout: 10_000 })
    .toContain(id);
  expect(theirs.heard).toEqual([]);
  await ours.close();
  await theirs.close();
});

test('the eleventh stream of one caller is refused', async () => {
  const workflow = await liveWorkflow();
  const query = { workflowId: workflow.id };
  const streams = [];
  for (let n = 0; n < 10; n += 1) streams.push(await listen(query));
  const refused = await api.send(liveContract, { query });
  expect([refused.status, refused.problem.code]).toEqual([429, 'rate_limited']);
  for (const stream of streams) await stream.close();
  expect((await api.send(liveContract, { query })).status).toBe(200);
});
