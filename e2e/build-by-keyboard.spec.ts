import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/access.ts';
import { call } from './support/api.ts';
import { sendIssue } from './support/github.ts';
import { Keys } from './support/keys.ts';
import { mika, pageOf, withClipboard } from './support/people.ts';
import { Receiver } from './support/receiver.ts';
import type { MadeWorkflow } from './support/ticket-workflow.ts';

/** From Home to a live workflow without a mouse; the focus is never lost on the way. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const secret = 'a secret of the keyboard';
const receiver = new Receiver();
let service: string;
let page: Page;
let keys: Keys;
let hook: string;

test.beforeAll(async ({ browser }) => {
  service = await receiver.open();
  page = await pageOf(browser, mika, withClipboard);
  keys = new Keys(page);
});

test.afterAll(async () => {
  await page.context().close();
  await receiver.close();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const canvas = () => page.getByRole('region', { name: 'Canvas' });
const settings = () => page.getByRole('region', { name: 'Node settings' });
const step = (name: string) => canvas().getByRole('group', { name: new RegExp(`^${name}, `) });
const wire = (from: string, to: string) =>
  canvas().getByRole('img', { name: `From ${from} to ${to}`, exact: true });

async function position(name: string): Promise<{ x: number; y: number }> {
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const { graph } = await call<MadeWorkflow>(page, `GET /api/v1/workflows/${id}`);
  return graph.nodes.find((node) => node.name === name)?.position ?? { x: Number.NaN, y: 0 };
}

const expectFocusOn = (target: Locator) => expect(target).toBeFocused();

test('the palette leads to any page, and "?" lists all keys', async () => {
  await keys.press('Tab');
  await expectFocusOn(page.getByRole('link', { name: 'Skip to the page' }));
  await keys.press('ControlOrMeta+k');
  await keys.choose('Search or jump to', 'workflows');
  await expect(page).toHaveURL('/workflows');
  await keys.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list.getByText('Disconnect from a step by name')).toBeVisible();
  await expectAccessible(page);
  await keys.press('Escape');
  await expect(list).toBeHidden();
  await keys.press('g', 'h');
  await expect(page).toHaveURL('/');
});

test('what is typed before the palette has loaded goes into it, and no key acts on the page', async () => {
  await page.goto('/');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  // A page that has just come may not listen yet.
  await expect(async () => {
    await keys.press('?');
    await expect(list).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await keys.press('Escape');
  await expect(list).toBeHidden();
  const loading = Promise.withResolvers<void>();
  await page.route('**/_next/static/**', async (route) => {
    await loading.promise;
    await route.continue();
  });
  await keys.press('ControlOrMeta+k');
  await page.keyboard.type('gw');
  loading.resolve();
  await expect(page.getByRole('combobox', { name: 'Search or jump to' })).toHaveValue('gw');
  await keys.press('Escape');
  await expect(page).toHaveURL('/');
  await page.unroute('**/_next/static/**');
});

test('New workflow, its sender and its secret are Tab, letters and Enter', async () => {
  await keys.pressOn(button('New workflow').first());
  await expect(page).toHaveURL(/\/setup$/);
  await keys.pressOn(button('Copy webhook URL'));
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/hooks\//);
  hook = await page.evaluate(() => navigator.clipboard.readText());
  await keys.goTo(page.getByRole('searchbox'));
  await keys.type('github');
  await keys.pressOn(button(/GitHub$/));
  await keys.goTo(page.getByLabel('Secret', { exact: true }));
  await keys.type(secret);
  await keys.pressOn(button('Save'));
  await expect(page.getByText('Waiting for the first request…').first()).toBeVisible();
  await keys.expectFocusKept();
  expect(await sendIssue(hook, secret, { action: 'opened', title: 'It breaks' })).toBe(202);
  await keys.pressOn(page.getByRole('link', { name: 'Skip to canvas' }));
  await expect(canvas()).toBeVisible();
});

test('steps are named and added after the one that has the focus', async () => {
  await keys.goTo(step('Webhook'));
  await keys.press('F2');
  await keys.type('Issue came');
  await keys.press('Enter');
  await expectFocusOn(step('Issue came'));
  await keys.press('a');
  await keys.choose('Add a step', 'filter');
  await expectFocusOn(step('Filter'));
  await expect(wire('Issue came', 'Filter')).toBeVisible();
  await keys.press('a');
  await keys.choose('Add a step', 'http');
  await expectFocusOn(step('HTTP request'));
  await expect(wire('Filter', 'HTTP request')).toBeVisible();
  await keys.press('Escape');
  await expect(settings()).toBeHidden();
  await expectFocusOn(step('HTTP request'));
  await keys.press('Shift+Tab');
  await expectFocusOn(canvas().getByRole('group', { name: /, 2 of 3$/ }));
  await expectAccessible(page);
});

test('a step taken away leaves the focus beside it; Undo and Redo bring it and take it', async () => {
  await keys.press('Delete');
  await expect(step('Filter')).toHaveCount(0);
  await expectFocusOn(step('Issue came'));
  await keys.press('ControlOrMeta+z');
  await expect(wire('Filter', 'HTTP request')).toBeVisible();
  await keys.press('ControlOrMeta+Shift+z');
  await expect(step('Filter')).toHaveCount(0);
  await keys.press('ControlOrMeta+z');
  await expect(wire('Issue came', 'Filter')).toBeVisible();
  await keys.expectFocusKept();
  await keys.press('ControlOrMeta+a', 'Delete');
  await expectFocusOn(button('Add a webhook'));
  await keys.press('ControlOrMeta+z');
  await expect(canvas().getByRole('group')).toHaveCount(3);
  await keys.expectFocusKept();
});

test('steps are duplicated, copied, pasted and switched off', async () => {
  await keys.goTo(step('Issue came'));
  await keys.press('Tab', 'Tab', 'ControlOrMeta+d');
  await expectFocusOn(step('HTTP request 2'));
  await keys.press('Backspace');
  await expect(step('HTTP request 2')).toHaveCount(0);
  await keys.press('f');
  await keys.choose('Find a step', 'filter');
  await expectFocusOn(step('Filter'));
  await keys.press('ControlOrMeta+c');
  await expect(canvas().getByRole('status')).toHaveText('Steps copied: 1');
  await keys.press('ControlOrMeta+v');
  await expectFocusOn(step('Filter 2'));
  await keys.press('d');
  await expect(step('Filter 2')).toHaveAccessibleName(/Disabled/);
  await keys.press('Delete');
  await expect(canvas().getByRole('group')).toHaveCount(3);
  await keys.expectFocusKept();
});

test('wires are taken off and drawn by name', async () => {
  await keys.press('f');
  await keys.choose('Find a step', 'filter');
  await expectFocusOn(step('Filter'));
  await keys.press('x');
  await keys.choose('Disconnect', 'http');
  await expect(wire('Filter', 'HTTP request')).toHaveCount(0);
  await expectFocusOn(step('Filter'));
  await keys.press('c');
  await keys.choose('Connect to', 'match');
  await expect(wire('Filter', 'HTTP request')).toBeVisible();
  await expectFocusOn(step('Filter'));
});

test('arrows move a step, Tidy up lines it up again', async () => {
  const { x, y } = await position('Filter');
  await keys.press('ArrowRight', 'Shift+ArrowDown');
  await expect.poll(() => position('Filter')).toEqual({ x: x + 20, y: y + 100 });
  await keys.press('Shift+T');
  const apart = async () =>
    Math.abs((await position('Filter')).y - (await position('HTTP request')).y);
  await expect.poll(apart).toBeLessThan(50);
  await keys.press('+', '+', '+', 'Shift+1');
  await expectFocusOn(step('Filter'));
});

test('a note is written and removed', async () => {
  await keys.press('n');
  await expectFocusOn(canvas().getByRole('textbox', { name: 'Note' }));
  await keys.type('Only what was just opened.');
  await keys.goTo(button('Delete the note'), 'Shift+Tab');
  await keys.press('Enter');
  await expect(canvas().getByRole('textbox', { name: 'Note' })).toHaveCount(0);
  await keys.expectFocusKept();
});

test('Enter leads into the settings, a condition is built there, Escape leads back', async () => {
  await keys.press('f');
  await keys.choose('Find a step', 'filter');
  await keys.press('Enter');
  await expect(settings().locator(':focus')).toHaveCount(1);
  await keys.pressOn(settings().getByRole('button', { name: 'Condition', exact: true }));
  await keys.pressOn(settings().getByRole('button', { name: 'Condition', exact: true }));
  await keys.goTo(settings().getByRole('button', { name: 'Remove' }).last());
  await keys.press('Enter');
  await expect(settings().getByRole('group', { name: 'Condition' })).toHaveCount(1);
  await keys.expectFocusKept();
  await keys.goTo(settings().getByRole('textbox', { name: 'Value', exact: true }), 'Shift+Tab');
  await keys.type('{{body.act');
  await expect(page.getByRole('option', { name: /action/ })).toBeVisible();
  // A list that has only just come up takes no Enter yet: it might be meant for something else.
  await expect(async () => {
    await keys.press('Enter');
    await expect(settings().getByText('= "opened"')).toBeVisible({ timeout: 200 });
  }).toPass();
  await keys.goTo(settings().getByRole('textbox', { name: 'Compare with' }));
  await keys.type('opened');
  await expect(settings().getByText('Matches', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await keys.press('Escape');
  await expect(settings()).toBeHidden();
  await expectFocusOn(step('Filter'));
});

test('the picker puts a value into the field it was called from', async () => {
  await keys.press('Tab');
  await expectFocusOn(step('HTTP request'));
  await keys.press('Enter');
  await keys.goTo(settings().getByRole('textbox', { name: 'Send to' }));
  await keys.type(`${service}/desk`);
  await keys.goTo(settings().getByRole('combobox', { name: 'Type of Body' }));
  await keys.type('Fields');
  await keys.goTo(settings().getByRole('textbox', { name: 'Body, name 1' }));
  await keys.type('title');
  await keys.goTo(settings().getByRole('textbox', { name: 'title', exact: true }));
  const tree = settings().getByRole('tree', { name: 'Input' });
  await keys.press('ControlOrMeta+i');
  await expectFocusOn(tree);
  await keys.press('Escape');
  await expectFocusOn(settings().getByRole('textbox', { name: 'title', exact: true }));
  await keys.press('ControlOrMeta+i');
  await keys.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowDown');
  await expect(tree.getByRole('treeitem', { name: /^title:/, selected: true })).toBeVisible();
  await keys.press('Enter');
  await expectFocusOn(settings().getByRole('textbox', { name: 'title', exact: true }));
  await expect(settings().getByText('= "It breaks"')).toBeVisible();
  await keys.press('Escape');
  await expectFocusOn(step('HTTP request'));
});

test('it is published by a key, and the next signed request runs it', async () => {
  await keys.press('ControlOrMeta+Shift+P');
  const dialog = page.getByRole('dialog', { name: /^Publish/ });
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await keys.goTo(dialog.getByRole('textbox', { name: 'What changed' }));
  await keys.type('Made by keys');
  await expectAccessible(page);
  await keys.pressOn(dialog.getByRole('button', { name: 'Publish' }));
  await expect(dialog).toBeHidden();
  await expect(canvas().getByRole('status')).toHaveText('Version 1 is live');
  await keys.expectFocusKept();
  expect(await sendIssue(hook, secret, { action: 'closed', title: 'Mended' })).toBe(202);
  expect(await sendIssue(hook, secret, { action: 'opened', title: 'It broke again' })).toBe(202);
  await expect.poll(() => receiver.calls.map(({ path }) => path)).toEqual(['/desk']);
  expect(JSON.parse(receiver.calls[0]?.body ?? '')).toEqual({ title: 'It broke again' });
});
