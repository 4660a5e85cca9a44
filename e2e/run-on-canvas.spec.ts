import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/access.ts';
import { Canvas, openNewCanvas } from './support/canvas.ts';
import { sendIssue } from './support/github.ts';
import { mika, pageOf, withClipboard } from './support/people.ts';
import { Receiver } from './support/receiver.ts';

/** A workflow goes live, runs before one's eyes, and what arrived runs again, changed or not. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const secret = 'a secret of the repository';
const receiver = new Receiver();
let page: Page;
let canvas: Canvas;
let service: string;
let hook: string;
let address: string;

test.beforeAll(async ({ browser }) => {
  service = await receiver.open();
  page = await pageOf(browser, mika, withClipboard);
  canvas = new Canvas(page);
});

test.afterAll(async () => {
  await page.context().close();
  await receiver.close();
});

function list() {
  return page.getByRole('region', { name: 'Requests' });
}

function details() {
  return page.getByRole('region', { name: 'Request details' });
}

function titles(): unknown[] {
  return receiver.calls.map(({ body }) => (JSON.parse(body) as { title: unknown }).title);
}

test('a filter and a call are added by the plus beside a port', async () => {
  hook = await openNewCanvas(page, secret);
  address = page.url();
  const { settings } = canvas;
  await canvas.addAfter('Webhook', 'out', 'Filter');
  await settings.getByRole('button', { name: 'Condition', exact: true }).click();
  await canvas.fill('Value', '{{body.action}}');
  await canvas.fill('Compare with', 'opened');
  await canvas.closeSettings();
  await canvas.addAfter('Filter', 'match', 'HTTP request');
  await canvas.fill('Send to', `${service}/desk`);
  await settings.getByRole('combobox', { name: 'Body', exact: true }).selectOption('JSON fields');
  await settings.getByRole('button', { name: 'Add field' }).last().click();
  await settings.getByRole('textbox', { name: 'Body, name 1' }).fill('title');
  await canvas.fill('title', '{{body.issue.title}}');
  await canvas.closeSettings();
  await page.getByRole('button', { name: 'Fit' }).click();
});

test('Publish asks what changed and makes it live', async () => {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Publish “Untitled workflow” as v1/ });
  await dialog.getByRole('textbox', { name: 'What changed' }).fill('Tickets for new issues');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(canvas.said.filter({ hasText: 'Version 1 is live' })).toBeVisible();
  await expect(page.getByText('Live v1')).toBeVisible();
});

test('a signed request lights the steps up without a reload', async () => {
  expect(await sendIssue(hook, secret, { action: 'opened', title: 'It breaks' })).toBe(202);
  await expect(canvas.step('Webhook')).toHaveAccessibleName(/Succeeded/);
  await expect(canvas.step('Filter')).toHaveAccessibleName(/Matched/);
  await expect(canvas.step('HTTP request')).toHaveAccessibleName(/Succeeded/);
  expect(titles()).toEqual(['It breaks']);
  await expect(canvas.region.getByRole('region', { name: 'Run over the canvas' })).toContainText(
    'on version 1',
  );
  await canvas.step('HTTP request').click();
  await expect(canvas.settings.getByRole('region', { name: 'Output' })).toContainText('"ok": true');
  await canvas.closeSettings();
});

test('one that follows at once takes its place when that could be read; filtered, it calls nobody', async () => {
  expect(await sendIssue(hook, secret, { action: 'closed', title: 'Mended' })).toBe(202);
  await expect(canvas.step('Filter')).toHaveAccessibleName(/Didn’t match/);
  await expect(canvas.step('HTTP request')).toHaveAccessibleName(/Not reached/);
  expect(receiver.calls).toHaveLength(1);
  await expectAccessible(page);
});

test('a past run is laid over the canvas, and stays there', async () => {
  await page.getByRole('button', { name: 'Other runs' }).click();
  const runs = page.getByRole('dialog').getByRole('listitem');
  await expect(runs).toHaveCount(2);
  await expectAccessible(page);
  await runs.last().getByRole('button').click();
  await expect(canvas.step('Filter')).toHaveAccessibleName(/Matched/);
  await expect(canvas.step('HTTP request')).toHaveAccessibleName(/Succeeded/);
  await page.getByRole('button', { name: 'Hide run' }).click();
  await expect(canvas.step('Filter')).not.toHaveAccessibleName(/Matched/);
});

test('a request of the list runs again as it came', async () => {
  await page.getByRole('link', { name: 'Requests', exact: true }).last().click();
  await expect(list().getByRole('row').filter({ hasText: 'Filtered' })).toHaveCount(1);
  await list().getByRole('row').filter({ hasText: 'Ran' }).click();
  await details().getByRole('button', { name: 'Copy as cURL' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(new RegExp(`^curl .*${hook}`, 's'));
  await details().getByRole('button', { name: 'Replay', exact: true }).click();
  await expect(
    page.getByText(/^issues\.opened at “.+” replayed: “HTTP request” answered 200$/),
  ).toBeVisible();
  await expect.poll(titles).toEqual(['It breaks', 'It breaks']);
  await expect(list().getByRole('row', { selected: true })).toContainText('Replay');
  await expect(details().getByText('“HTTP request” answered 200')).toBeVisible();
  await details().getByRole('button', { name: 'A replay. Open the original' }).click();
  await expect(details().getByRole('button', { name: /^Replayed .+ · Ran$/ })).toBeVisible();
  const original = list().getByRole('row', { selected: true });
  await expect(original.getByRole('img', { name: 'Was replayed' })).toBeVisible();
});

test('a filtered request says why, also after a replay that sent nothing', async () => {
  const why = '“Filter” held it back. Not met: body.action equals "opened", was "closed"';
  await list().getByRole('row').filter({ hasText: 'Filtered' }).click();
  await expect(details().getByText(why)).toBeVisible();
  await details().getByRole('button', { name: 'Replay', exact: true }).click();
  await expect(
    details().getByRole('button', { name: 'A replay. Open the original' }),
  ).toBeVisible();
  await expect(details().getByText(why)).toBeVisible();
  await details().getByRole('tab', { name: /^Runs/ }).click();
  await expect(details().getByRole('listitem').getByText(why)).toBeVisible();
  await expectAccessible(page);
  const told = page.getByRole('dialog', { name: why });
  await told.getByRole('button', { name: 'See the run' }).click();
  await expect(page).toHaveURL(/\/runs\/[\w-]+$/);
});

test('what a filter held back is sent all the same, once somebody says so', async () => {
  const sent = titles().length;
  await page.getByRole('button', { name: 'Rerun', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Send anyway from “HTTP request”' }).click();
  const question = page.getByRole('dialog', {
    name: /held this request back\. Send it to “HTTP request” all the same/,
  });
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Send anyway' }).click();
  await expect(page.getByText('This is the new run')).toBeVisible();
  await expect.poll(titles).toHaveLength(sent + 1);
  expect(titles().at(-1)).toBe('Mended');
  const steps = page.getByRole('list', { name: 'Steps' });
  await expect(steps.getByRole('button', { name: /^HTTP request.*200/ })).toBeVisible();
  await page.goBack();
  await page.goBack();
});

test('the inspector sends on what a filter held back, beside Replay', async () => {
  const sent = titles().length;
  await list().getByRole('row').filter({ hasText: 'Filtered' }).last().click();
  await details().getByRole('button', { name: 'Send anyway' }).click();
  const question = page.getByRole('dialog', { name: /^“Filter” held this request back\./ });
  await question.getByRole('button', { name: 'Send anyway' }).click();
  await expect(page.getByText(/sent on: “HTTP request” answered 200$/)).toBeVisible();
  await expect.poll(titles).toHaveLength(sent + 1);
  await expect(details().getByText('“HTTP request” answered 200')).toBeVisible();
  await expect(details().getByRole('button', { name: 'Send anyway' })).toBeHidden();
});

test('a changed request runs for real, with what was changed', async () => {
  await list().getByRole('row').filter({ hasText: 'Ran' }).last().click();
  await details().getByRole('button', { name: 'Edit and replay' }).click();
  const body = details().getByRole('textbox', { name: 'Body' });
  await expectAccessible(page);
  const asItCame = await body.inputValue();
  await body.fill(asItCame.replace('It breaks', 'It is gone'));
  await details().getByRole('button', { name: 'Take back' }).click();
  await expect(body).toHaveValue(asItCame);
  await body.fill(asItCame.replace('It breaks', 'It broke'));
  await expect(details().getByText('Changed', { exact: true })).toBeVisible();
  await details().getByRole('button', { name: 'Replay', exact: true }).click();
  await expect.poll(() => titles().at(-1)).toBe('It broke');
  await expect(list().getByRole('row').filter({ hasText: 'Replay' })).toHaveCount(3);
  await expect(details().getByText('edited')).toBeVisible();
  await details().getByRole('button', { name: 'A replay. Open the original' }).click();
  await expect(details().getByText('edited')).toBeHidden();
});

test('a request signed with another secret is rejected and says why', async () => {
  expect(await sendIssue(hook, 'not the secret', { action: 'opened', title: 'Forged' })).toBe(401);
  await list().getByRole('row').filter({ hasText: 'Rejected' }).first().click();
  await expect(details().getByText('The signature doesn’t match the body.').first()).toBeVisible();
  await details().getByRole('tab', { name: /^Runs/ }).click();
  await expect(details().getByText('It was rejected, so nothing was run.')).toBeVisible();
  await details().getByRole('button', { name: 'Replay', exact: true }).click();
  const question = page.getByRole('dialog', { name: /^Replay .+ at “.+”\?$/ });
  await expect(question).toContainText('This request failed its signature check.');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(details().getByText('The signature doesn’t match the body.').first()).toBeVisible();
  expect(titles()).not.toContain('Forged');
  await details().getByRole('button', { name: 'Replay', exact: true }).click();
  await question.getByRole('button', { name: 'Replay anyway' }).click();
  await expect.poll(titles).toContain('Forged');
  await expect(question).toBeHidden();
});

test('the list narrows while somebody types, by what the bodies hold', async () => {
  const search = list().getByRole('searchbox', { name: 'Search events, ids, headers and bodies' });
  const rows = list()
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
  await search.pressSequentially('forged');
  // The one that was refused, and what was made of it.
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'Rejected' })).toHaveCount(1);
  await search.fill('no body holds this');
  await expect(list().getByText('No request fits this filter')).toBeVisible();
  await expect(list().getByText(/the first 256 KB of each body/)).toBeVisible();
  await expect(search).toHaveValue('no body holds this');
  await list().getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(search).toHaveValue('');
  await expect.poll(() => rows.count()).toBeGreaterThan(2);
});

test('the address names the request that is looked at; a new search closes it', async () => {
  const before = page.url();
  await page.goto('/requests');
  await list().getByRole('row').filter({ hasText: 'Rejected' }).first().click();
  await expect(page).toHaveURL(/\/requests\/[\w-]+$/);
  await page.reload();
  await expect(list().getByRole('row', { selected: true })).toContainText('Rejected');
  await list().getByRole('searchbox').pressSequentially('opened');
  await expect(page).toHaveURL(/\/requests\?q=opened$/);
  await expect(list().getByRole('row', { selected: true })).toHaveCount(0);
  await page.goto(before);
});

test('a request that the list does not show has a way back to the list', async () => {
  const before = page.url();
  await page.goto('/requests');
  await list().getByRole('row').filter({ hasText: 'Rejected' }).first().click();
  await expect(page).toHaveURL(/\/requests\/[\w-]+$/);
  await page.goto(`${page.url()}?event=push`);
  await expect(details().getByText('Not among the requests listed so far')).toBeVisible();
  await expectAccessible(page);
  await details().getByRole('button', { name: 'Back to the list' }).click();
  await expect(page).toHaveURL(/\/requests\?event=push$/);
  await page.goto(before);
});

test('the palette tells found requests apart by where, when and from whom they came', async () => {
  const search = page.getByRole('combobox', { name: 'Search or jump to' });
  // A page that has just come may not listen yet.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(search).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await search.fill('issues.closed');
  const found = page.getByRole('option', { name: /^issues\.closed.+ · GitHub · / });
  await expect(found.first()).toBeVisible();
  await page.keyboard.press('Escape');
});

test('after signing out neither the address nor the way back shows the workflow', async () => {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/signin');
  await page.goBack();
  await expect(page).toHaveURL('/signin');
  await page.goto(address);
  await expect(page).toHaveURL('/signin');
  await expect(page.getByText('Untitled workflow')).toHaveCount(0);
});
