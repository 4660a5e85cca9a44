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
  await expect(page.getByText(/Only this computer can reach this URL/)).toBeVisible();
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
  const request = step('First request');
  await request.getByRole('button', { name: 'issues.labeled' }).click();
  await request.getByText('Or send it from a shell').click();
  await expect(request.getByText(/"action":"labeled"/)).toBeVisible();
  await request.getByRole('button', { name: 'issues.opened' }).click();
  await expect(request.getByText(/"action":"opened"/)).toBeVisible();
  await page.getByRole('button', { name: 'Send a signed test delivery' }).click();
  await expect(page.getByText(/verified\. It is now the sample/)).toBeVisible();
  await expectAccessible(page);
});

test('the name of a label lies open to be clicked', async () => {
  await expect(page.getByRole('treeitem', { name: 'name: "bug"' })).toBeVisible();
});

test('a click on a value makes the filter, and a URL the action', async () => {
  const filter = step('Which requests go on?');
  await expect(filter.getByRole('checkbox', { name: /issues\.opened/ })).toBeChecked();
  await page.getByRole('treeitem', { name: /^action:/ }).click();
  await expect(filter.getByText('opened').first()).toBeVisible();
  await step('Which requests go on?').getByRole('button', { name: 'Continue' }).click();
  await step('What should happen?').getByLabel('Send to').fill(`${service}/desk`);
  await expectAccessible(page);
  await step('What should happen?').getByRole('button', { name: 'Continue' }).click();
});

test('the test calls the service for real, and Publish makes it live', async () => {
  await step('Test and publish').getByRole('button', { name: 'Test it' }).click();
  await expect(page.getByText('The test went through.')).toBeVisible();
  expect(receiver.calls.map(({ path }) => path)).toEqual(['/desk']);
  const publish = step('Test and publish');
  await expect(publish.getByLabel('Workflow name')).toHaveValue('GitHub issues opened → 127.0.0.1');
  await publish.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText(/Version 1 is live/)).toBeVisible();
  await expect(page.getByText('Live, no changes')).toBeVisible();
  await expect(page.getByLabel('Workflow name')).toHaveValue('GitHub issues opened → 127.0.0.1');
  await expectAccessible(page);
});

test('one more test delivery shows, without a reload, what was sent on', async () => {
  const live = page.getByRole('region', { name: 'What came since it is live' });
  await live.getByRole('button', { name: 'Send a signed test delivery' }).click();
  await expect(live.getByText(`Sent on: POST ${service}/desk answered 200`)).toBeVisible();
  await expect(live.getByRole('link', { name: 'See the run' })).toBeVisible();
  expect(receiver.calls).toHaveLength(2);
  await expectAccessible(page);
});

test('another event is stored and starts nothing, and an event that is let in meets the filter', async () => {
  const live = page.getByRole('region', { name: 'What came since it is live' });
  expect(await sendIssue(hook, secret, { action: 'closed', title: 'Mended' })).toBe(202);
  await expect(live.getByText(/issues\.closed was stored and ran nothing/)).toBeVisible();
  const filter = step('Which requests go on?');
  await filter.getByRole('button', { name: 'Change' }).click();
  await filter.getByRole('checkbox', { name: /issues\.opened/ }).uncheck();
  await filter.getByRole('button', { name: 'Continue' }).click();
  await step('What should happen?').getByRole('button', { name: 'Continue' }).click();
  await step('Test and publish').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText(/Version 2 is live/)).toBeVisible();
  expect(await sendIssue(hook, secret, { action: 'closed', title: 'Mended' })).toBe(202);
  await expect(live.getByText(/Held back by “Filter”: body\.action equals/)).toBeVisible();
});

test('a request shows in the inspector without a reload, and its other branch calls nobody', async () => {
  await page.getByRole('link', { name: 'See its requests' }).click();
  const list = page.getByRole('region', { name: 'Requests' });
  await expect(list.getByText('Rejected').first()).toBeVisible();
  const ran = list.getByRole('row').filter({ hasText: 'Ran' });
  await expect(ran).toHaveCount(1);
  expect(await sendIssue(hook, secret, { action: 'opened', title: 'It breaks' })).toBe(202);
  await expect(ran).toHaveCount(2);
  await expect(list.getByRole('row').filter({ hasText: 'Filtered' })).toHaveCount(2);
  expect(receiver.calls).toHaveLength(3);
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
