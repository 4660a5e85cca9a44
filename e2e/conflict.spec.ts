import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/access.ts';
import { call } from './support/api.ts';
import { join, mika, pageOf } from './support/people.ts';
import { type MadeWorkflow, makeTicketWorkflow } from './support/ticket-workflow.ts';

/** Two people at one workflow: who saves second is asked, and nothing is written over. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const emil = { email: 'emil@acme.example', password: 'a password of his own', name: 'Emil Roth' };
let first: Page;
let second: Page;
let workflow: MadeWorkflow;

test.beforeAll(async ({ browser }) => {
  first = await pageOf(browser, mika);
  await join(first, { ...emil, role: 'editor' });
  second = await pageOf(browser, emil);
});

test.beforeEach(async () => {
  const service = 'http://127.0.0.1:9';
  workflow = await makeTicketWorkflow(first, { name: 'Shared tickets', service });
  for (const page of [first, second]) {
    await page.goto(`/workflows/${workflow.id}`);
    await expect(stepOf(page, 'Tell the desk')).toBeVisible();
  }
});

test.afterAll(async () => {
  await Promise.all([first, second].map((page) => page.context().close()));
});

function stepOf(page: Page, name: string) {
  return page.getByRole('region', { name: 'Canvas' }).getByRole('group', {
    name: new RegExp(`^${name},`),
  });
}

async function rename(page: Page, from: string, to: string): Promise<void> {
  await stepOf(page, from).dblclick();
  const field = page.getByRole('region', { name: 'Canvas' }).getByLabel('Step name');
  await field.fill(to);
  await field.press('Enter');
  await expect(stepOf(page, to)).toBeVisible();
}

async function storedNames(id: string): Promise<string[]> {
  const { graph } = await call<MadeWorkflow>(first, `GET /api/v1/workflows/${id}`);
  return graph.nodes.map(({ name }) => name);
}

function question(page: Page) {
  return page.getByRole('alertdialog', { name: 'This workflow changed meanwhile' });
}

/** The first saves a new name for one step, then the second gives another step one. */
async function collide(): Promise<void> {
  await rename(first, 'Tell the desk', 'Tell the night desk');
  await expect(first.getByText('Draft saved')).toBeVisible();
  await rename(second, 'Is it urgent', 'Is it on fire');
  await expect(question(second)).toBeVisible();
}

const theirs = ['Ticket opened', 'Is it urgent', 'Tell the night desk'];
const mine = ['Ticket opened', 'Is it on fire', 'Tell the desk'];

test('the second to save is asked, and the first one’s draft stays stored', async () => {
  await collide();
  expect(await storedNames(workflow.id)).toEqual(theirs);
  await expect(second.getByText('Somebody else changed this workflow')).toBeVisible();
  await expect(second.getByRole('button', { name: 'Take theirs' })).toBeVisible();
  await second.keyboard.press('Escape');
  await expect(question(second)).toBeVisible();
  await expectAccessible(second);
});

test('leaving before the answer asks first, and the changes are still there', async () => {
  await collide();
  const asked = second.waitForEvent('dialog');
  await second.close({ runBeforeUnload: true });
  const leaving = await asked;
  expect(leaving.type()).toBe('beforeunload');
  await leaving.dismiss();
  await expect(second.getByText('Is it on fire', { exact: true }).first()).toBeVisible();
});

test('"See the changes" shows theirs in another tab, and the question stays', async () => {
  await collide();
  const opening = second.context().waitForEvent('page');
  await question(second).getByRole('link', { name: 'See the changes' }).click();
  const other = await opening;
  await expect(stepOf(other, 'Tell the night desk')).toBeVisible();
  await expect(stepOf(other, 'Is it urgent')).toBeVisible();
  await other.close();
  await expect(question(second)).toBeVisible();
});

test('"Take theirs" gives up the own changes alone, and saving goes on from there', async () => {
  await collide();
  await question(second).getByRole('button', { name: 'Take theirs' }).click();
  await expect(stepOf(second, 'Tell the night desk')).toBeVisible();
  await expect(stepOf(second, 'Is it urgent')).toBeVisible();
  await expect(second.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await rename(second, 'Ticket opened', 'A ticket came');
  await expect
    .poll(() => storedNames(workflow.id))
    .toEqual(['A ticket came', 'Is it urgent', 'Tell the night desk']);
  await expect(question(second)).toHaveCount(0);
});

test('"Keep mine as a copy" keeps both: theirs under the old address, mine under its own', async () => {
  await collide();
  await question(second).getByRole('button', { name: 'Keep mine as a copy' }).click();
  await expect(second.getByLabel('Workflow name')).toHaveValue('Shared tickets (copy)');
  await expect(stepOf(second, 'Is it on fire')).toBeVisible();
  const copyId = new URL(second.url()).pathname.split('/').at(-1) ?? '';
  expect(copyId).not.toBe(workflow.id);
  expect(await storedNames(copyId)).toEqual(mine);
  expect(await storedNames(workflow.id)).toEqual(theirs);
  const copy = await call<MadeWorkflow>(first, `GET /api/v1/workflows/${copyId}`);
  expect(copy.endpoints.map(({ url }) => url)).toHaveLength(1);
  expect(copy.endpoints[0]?.url).not.toBe(workflow.endpoints[0]?.url);
});

test('Publish with a draft that is behind publishes nothing, and asks the same', async () => {
  await rename(first, 'Tell the desk', 'Tell the night desk');
  await expect(first.getByText('Draft saved')).toBeVisible();
  await second.route('**/graph', (route) => route.abort(), { times: 1 });
  await rename(second, 'Is it urgent', 'Is it on fire');
  await second.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = second.getByRole('dialog', { name: /^Publish/ });
  await dialog.getByRole('button', { name: /^Publish/ }).click();
  await expect(question(second)).toBeVisible();
  await expect(dialog).toHaveCount(0);
  const { liveVersion } = await call<MadeWorkflow>(first, `GET /api/v1/workflows/${workflow.id}`);
  expect(liveVersion).toBeNull();
  await question(second).getByRole('button', { name: 'Take theirs' }).click();
  await expect(stepOf(second, 'Tell the night desk')).toBeVisible();
  await expect(question(second)).toHaveCount(0);
});

test('an answer that was lost on the way is no conflict', async () => {
  let lost = 0;
  await second.route('**/graph', async (route) => {
    lost += 1;
    if (lost > 1) return route.fallback();
    await route.fetch();
    return route.abort();
  });
  await rename(second, 'Is it urgent', 'Is it on fire');
  await expect(second.getByText('Draft saved')).toBeVisible({ timeout: 20_000 });
  await rename(second, 'Tell the desk', 'Tell the night desk');
  await expect
    .poll(() => storedNames(workflow.id))
    .toEqual(['Ticket opened', 'Is it on fire', 'Tell the night desk']);
  await expect(question(second)).toHaveCount(0);
  expect(lost).toBeGreaterThan(1);
});
