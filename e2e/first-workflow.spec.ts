import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/access.ts';
import { sendIssue } from './support/github.ts';
import { mika, pageOf, withClipboard } from './support/people.ts';
import { Receiver } from './support/receiver.ts';

/** From nothing to a verified webhook that drives three steps, as a newcomer does it. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const secret = 'a secret of the repository';
const receiver = new Receiver();
let page: Page;
let service: string;
let hook: string;

test.beforeAll(async ({ browser }) => {
  service = await receiver.open();
  page = await pageOf(browser, mika, withClipboard);
});

test.afterAll(async () => {
  await page.context().close();
  await receiver.close();
});

/** A card of the set-up, by what it asks. */
function step(title: string) {
  return page.getByRole('region', { name: title });
}

test('New workflow gives a webhook URL at once, and it can be copied', async () => {
  await page.getByRole('button', { name: 'New workflow' }).first().click();
  await expect(page).toHaveURL(/\/workflows\/[\w-]+\/setup$/);
  await page.getByRole('button', { name: 'Copy webhook URL' }).click();
  hook = await page.evaluate(() => navigator.clipboard.readText());
  expect(hook).toMatch(/^http:\/\/.+\/hooks\/[\w-]{32}$/);
  await expect(page.getByText('Only this machine can reach it.')).toBeVisible();
  await expectAccessible(page);
});

test('coming back to the address makes no second workflow', async () => {
  await page.reload();
  await page.getByRole('button', { name: 'Copy webhook URL' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(hook);
});

test('the sender is found by search, and its secret stored', async () => {
  await page.getByRole('searchbox').fill('hub');
  await page.getByRole('button', { name: 'GitHub' }).click();
  await page.getByLabel('Secret', { exact: true }).fill(secret);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Ending tory.')).toBeVisible();
});

test('a delivery signed with another secret is refused, and the page says why', async () => {
  await expect(page.getByText('Waiting for the first request…').first()).toBeVisible();
  await expectAccessible(page);
  expect(await sendIssue(hook, 'not the secret', { action: 'opened', title: 'Forged' })).toBe(401);
  await expect(step('First request').getByRole('alert')).toContainText('signature');
});

test('a signed test delivery arrives, verified, without a reload', async () => {
  await page.getByRole('button', { name: 'Send a signed test delivery' }).click();
  await expect(page.getByText(/verified\. It is now the sample/)).toBeVisible();
  await expectAccessible(page);
});

test('a click on a value makes the filter, and a URL the action', async () => {
  await page.getByRole('treeitem', { name: /^action:/ }).click();
  await expect(step('Which requests go on?').getByText('opened').first()).toBeVisible();
  await step('Which requests go on?').getByRole('button', { name: 'Continue' }).click();
  await step('What should happen?').getByLabel('Send to').fill(`${service}/desk`);
  await expectAccessible(page);
  await step('What should happen?').getByRole('button', { name: 'Continue' }).click();
});

test('the test calls the service for real, and Publish makes it live', async () => {
  await step('Test and publish').getByRole('button', { name: 'Test it' }).click();
  await expect(page.getByText('The test went through.')).toBeVisible();
  expect(receiver.calls.map(({ path }) => path)).toEqual(['/desk']);
  await step('Test and publish').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText(/Version 1 is live/)).toBeVisible();
  await expectAccessible(page);
});

test('a request shows in the inspector without a reload, and its other branch calls nobody', async () => {
  await page.getByRole('link', { name: 'See its requests' }).click();
  const list = page.getByRole('region', { name: 'Requests' });
  await expect(list.getByText('Rejected').first()).toBeVisible();
  const ran = list.getByRole('row').filter({ hasText: 'Ran' });
  await expect(ran).toHaveCount(0);
  expect(await sendIssue(hook, secret, { action: 'opened', title: 'It breaks' })).toBe(202);
  await expect(ran).toHaveCount(1);
  expect(await sendIssue(hook, secret, { action: 'closed', title: 'Mended' })).toBe(202);
  await expect(list.getByRole('row').filter({ hasText: 'Filtered' })).toHaveCount(1);
  expect(receiver.calls).toHaveLength(2);
  await expectAccessible(page);
});

test('a rejected request says why', async () => {
  const list = page.getByRole('region', { name: 'Requests' });
  await list.getByRole('row').filter({ hasText: 'Rejected' }).click();
  const details = page.getByRole('region', { name: 'Request details' });
  await expect(details.getByText('Rejected').first()).toBeVisible();
  await details.getByRole('tab', { name: /^Verification/ }).click();
  await expect(details.getByText(/signature/i).first()).toBeVisible();
  await expectAccessible(page);
});
