import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/access.ts';
import { call, tryCall } from './support/api.ts';
import { join, mika, pageOf } from './support/people.ts';
import { Receiver } from './support/receiver.ts';
import { type MadeWorkflow, makeTicketWorkflow, sendTicket } from './support/ticket-workflow.ts';

/** What a member who may only look is shown, offered and answered. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const vera = { email: 'vera@acme.example', password: 'a password of her own', name: 'Vera Lindt' };
const receiver = new Receiver();
let owner: Page;
let viewer: Page;
let workflow: MadeWorkflow;
/** By the names that paths of the API and of the app use. */
let ids: Record<'workflow' | 'endpoint' | 'request' | 'run' | 'connection' | 'member', string>;
let before: unknown;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  owner = await pageOf(browser, mika);
  await join(owner, { ...vera, role: 'viewer' });
  await makeWorld();
  before = await changeable();
  viewer = await pageOf(browser, vera);
});

test.afterAll(async () => {
  await Promise.all([owner, viewer].map((page) => page.context().close()));
  await receiver.close();
});

type Made = { id: string };

async function makeWorld(): Promise<void> {
  const service = await receiver.open();
  workflow = await makeTicketWorkflow(owner, { name: 'Watched tickets', service });
  const path = `/api/v1/workflows/${workflow.id}`;
  await call(owner, `POST ${path}/publish`, {});
  await call(owner, `PUT ${path}/graph`, {
    graph: renamed(workflow.graph, 'Tell the night desk'),
    baseRevision: workflow.revision,
  });
  const request = await sendTicket(workflow, 'high');
  await expect.poll(() => receiver.calls.length).toBe(1);
  const secret = { type: 'bearer', token: 'a token of the desk' };
  const connection = await call<Made>(owner, 'POST /api/v1/connections', {
    name: 'Desk',
    secret,
  });
  const runs = await call<{ items: Made[] }>(owner, `GET /api/v1/runs?requestId=${request}`);
  const members = await call<{ items: (Made & { email: string })[] }>(owner, 'GET /api/v1/members');
  ids = {
    workflow: workflow.id,
    endpoint: workflow.endpoints[0]?.id ?? '',
    request,
    run: runs.items[0]?.id ?? '',
    connection: connection.id,
    member: members.items.find(({ email }) => email === vera.email)?.id ?? '',
  };
}

function renamed({ nodes, ...rest }: MadeWorkflow['graph'], name: string): object {
  return { ...rest, nodes: nodes.map((node) => (node.id === 'notify' ? { ...node, name } : node)) };
}

/** Everything a call could change, as the owner reads it. */
async function changeable(): Promise<unknown> {
  const paths = [
    ...['workflows', 'endpoints', 'connections', 'members', 'tokens', 'runs', 'requests'],
    ...['workspace', `workflows/${ids.workflow}`, `endpoints/${ids.endpoint}`],
  ];
  return await Promise.all(paths.map((path) => call(owner, `GET /api/v1/${path}`)));
}

/** Where a page is open: what it shows to everybody, and what it offers only those who may change. */
const places = [
  { path: '/', shows: 'Watched tickets', offers: ['New workflow'] },
  { path: '/workflows', shows: 'Watched tickets', offers: ['New workflow'] },
  { path: '/workflows/{workflow}', shows: 'Tell the night desk', offers: ['Publish', 'Test'] },
  {
    path: '/workflows/{workflow}/versions',
    shows: 'Tell the night desk',
    offers: ['Take back this change'],
  },
  { path: '/requests/{request}', shows: 'Verification', offers: ['Replay', 'Edit and replay'] },
  { path: '/runs/{run}', shows: 'Tell the desk', offers: ['Rerun'] },
  { path: '/endpoints', shows: 'Ticket opened', offers: ['New endpoint'] },
  { path: '/endpoints/{endpoint}/settings', shows: 'Rate limit', offers: ['Rotate', 'Save'] },
  { path: '/connections', shows: 'Desk', offers: ['New connection', 'More about Desk'] },
  { path: '/settings/people', shows: vera.name, offers: ['Invite by link', `Remove ${vera.name}`] },
  { path: '/settings/tokens', shows: 'API tokens', offers: ['New token'] },
  { path: '/settings/workspace', shows: 'Workspace name', offers: ['Save name'] },
] as const;

function addressOf(path: string): string {
  return path.replace(/\{(\w+)\}/, (_, name: string) => ids[name as keyof typeof ids]);
}

for (const { path, shows, offers } of places) {
  test(`${path} shows a viewer what is there, and offers no change of it`, async () => {
    for (const page of [owner, viewer]) {
      await page.goto(addressOf(path));
      await expect(page.getByText(shows).filter({ visible: true }).first()).toBeVisible();
    }
    for (const name of offers) {
      const button = { name, exact: true } as const;
      await expect(owner.getByRole('button', button).first()).toBeVisible();
      await expect(viewer.getByRole('button', button)).toHaveCount(0);
    }
  });
}

test('menus and the command palette hold only what a viewer may do', async () => {
  const menus = [
    [
      '/workflows',
      'Actions for Watched tickets',
      ['Open on the canvas', 'Its requests', 'Its runs'],
    ],
    [
      '/endpoints',
      'More about Ticket opened',
      ['Requests', 'Endpoint settings', 'Copy webhook URL'],
    ],
    [`/workflows/${ids.workflow}`, 'More', ['Export as JSON', 'Keys']],
  ] as const;
  for (const [path, button, items] of menus) {
    await viewer.goto(path);
    await viewer.getByRole('button', { name: button }).filter({ visible: true }).first().click();
    await expect(viewer.getByRole('menuitem')).toContainText([...items]);
    await expect(viewer.getByRole('menuitem')).toHaveCount(items.length);
    await viewer.keyboard.press('Escape');
  }
  await viewer.keyboard.press('ControlOrMeta+k');
  await viewer.getByRole('combobox', { name: 'Search or jump to' }).fill('workflow');
  await expect(viewer.getByRole('option', { name: /^Workflows/ })).toBeVisible();
  await expect(viewer.getByRole('option', { name: 'New workflow' })).toHaveCount(0);
  await viewer.keyboard.press('Escape');
  await viewer.goto('/workflows/new');
  await expect(viewer.getByText('You can look at this but not change it.')).toBeVisible();
});

test('in the editor a step can be opened and read, not moved, renamed, added or removed', async () => {
  await viewer.goto(`/workflows/${ids.workflow}`);
  await expect(viewer.getByText('You can look; an editor can change it')).toBeVisible();
  await expect(viewer.getByRole('region', { name: 'Node palette' })).toHaveCount(0);
  const canvas = viewer.getByRole('region', { name: 'Canvas' });
  const step = canvas.getByRole('group', { name: /^Is it urgent/ });
  const at = await step.boundingBox();
  if (!at) throw new Error('The step is out of sight.');
  await viewer.mouse.move(at.x + 60, at.y + 10);
  await viewer.mouse.down();
  await viewer.mouse.move(at.x + 160, at.y + 110, { steps: 5 });
  await viewer.mouse.up();
  await step.click();
  const settings = viewer.getByRole('region', { name: 'Node settings' });
  await expect(settings.getByRole('button', { name: 'Delete step' })).toHaveCount(0);
  await expect(settings.getByRole('textbox', { name: 'Step name' })).not.toBeEditable();
  for (const field of await settings.getByRole('textbox').all()) {
    await expect(field).not.toBeEditable();
  }
  await expectAccessible(viewer);
  await step.focus();
  const keys = ['Delete', 'F2', 'd', 'a', 'c', 'n', 'ArrowRight', 'Shift+T', 'ControlOrMeta+d'];
  for (const key of [...keys, 'ControlOrMeta+Enter', 'ControlOrMeta+Shift+P']) {
    await viewer.keyboard.press(key);
  }
  await expect(viewer.getByRole('dialog')).toHaveCount(0);
  await expect(viewer.getByRole('combobox', { name: 'Add a step' })).toHaveCount(0);
  await expect(canvas.getByRole('group')).toHaveCount(3);
  await expect(step.getByRole('textbox')).toHaveCount(0);
});

test('keys replay nothing for a viewer', async () => {
  await viewer.goto(addressOf('/requests/{request}'));
  const details = viewer.getByRole('region', { name: 'Request details' });
  await expect(details.getByText('Ran', { exact: true })).toBeVisible();
  for (const key of ['r', 'e']) await viewer.keyboard.press(key);
  await viewer.keyboard.press('2');
  await expect(details.getByRole('tab', { name: /^Headers/, selected: true })).toBeVisible();
  await expectAccessible(viewer);
});

type Operation = { 'x-role': string };

test('every call that changes something answers a viewer 403, and changes nothing', async () => {
  const { paths } = await call<{ paths: Record<string, Record<string, Operation>> }>(
    viewer,
    'GET /api/openapi.json',
  );
  const closed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => ['editor', 'owner'].includes(operation['x-role']))
      .map(([method]) => ({ method: method.toUpperCase(), path })),
  );
  expect(closed.filter(({ method }) => method !== 'GET').length).toBeGreaterThan(30);
  for (const { method, path } of closed) {
    const [, , , kind = ''] = path.split('/');
    const id = ids[kind.replace(/s$/, '') as keyof typeof ids] ?? workflow.id;
    const url = path.replace(/\{(n|\w+Id)\}/, '1').replace('{id}', id);
    const answer = await tryCall<{ code: string; detail: string }>(
      viewer,
      `${method} ${url}`,
      method === 'GET' ? undefined : {},
    );
    expect([method, url, answer.status, answer.body.code]).toEqual([method, url, 403, 'forbidden']);
    expect(answer.body.detail).toContain('yours is viewer');
  }
  expect(await changeable()).toEqual(before);
  expect(receiver.calls).toHaveLength(1);
});
