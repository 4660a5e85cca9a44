import { expect, type Page, test } from '@playwright/test';
import { textIn } from '#lib/i18n/text-in.ts';
import { expectAccessible } from './support/access.ts';
import { call } from './support/api.ts';
import { Canvas, openNewCanvas } from './support/canvas.ts';
import { mika, pageOf, withClipboard } from './support/people.ts';
import type { MadeWorkflow } from './support/ticket-workflow.ts';

/** What is there is changed, and changed back. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let page: Page;
let canvas: Canvas;

test.beforeAll(async ({ browser }) => {
  page = await pageOf(browser, mika, withClipboard);
  canvas = new Canvas(page);
});

test.afterAll(async () => {
  await page.context().close();
});

function bar(name: string) {
  return page.getByRole('button', { name, exact: true });
}

function sendTo() {
  return canvas.settings.getByRole('textbox', { name: 'Send to' });
}

test('what is typed before a field has loaded in full goes on in it', async () => {
  await openNewCanvas(page);
  await expect(bar('Undo')).toBeDisabled();
  const loading = Promise.withResolvers<void>();
  await page.route('**/_next/static/**', async (route) => {
    await loading.promise;
    await route.continue();
  });
  await canvas.addAfter('Webhook', 'out', 'HTTP request');
  await sendTo().click();
  await page.keyboard.type('https://desk.');
  await expect(sendTo()).toHaveValue('https://desk.');
  loading.resolve();
  await expect(sendTo()).toHaveAttribute('contenteditable', 'true');
  await page.keyboard.type('example/tickets');
  await expect(sendTo()).toHaveText('https://desk.example/tickets');
  await page.unroute('**/_next/static/**');
});

test('Undo takes what was typed back in one go, then the step; Redo brings both back', async () => {
  await bar('Undo').click();
  // What is left is the hint.
  await expect(sendTo()).toHaveText('https://');
  await expect(canvas.step('HTTP request')).toBeVisible();
  await bar('Undo').click();
  await expect(canvas.step('HTTP request')).toHaveCount(0);
  await expect(canvas.wire('Webhook', 'HTTP request')).toHaveCount(0);
  await expect(canvas.settings).toBeHidden();
  await expect(bar('Undo')).toBeDisabled();
  await bar('Redo').click();
  await expect(canvas.wire('Webhook', 'HTTP request')).toBeVisible();
  await bar('Redo').click();
  await expect(bar('Redo')).toBeDisabled();
  await canvas.step('HTTP request').click();
  await expect(sendTo()).toHaveText('https://desk.example/tickets');
  await canvas.closeSettings();
});

test('a step and the workflow are renamed where their names stand', async () => {
  await canvas.step('HTTP request').getByText('HTTP request').first().dblclick();
  const field = canvas.region.getByRole('textbox', { name: 'Step name' });
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await field.fill('Open a ticket');
  await field.press('Enter');
  await expect(canvas.step('Open a ticket')).toBeVisible();
  await canvas.closeSettings();
  const name = page.getByRole('textbox', { name: 'Workflow name' });
  await name.fill('Urgent tickets');
  await name.press('Enter');
  await canvas.expectSaved();
  await page.reload();
  await expect(name).toHaveValue('Urgent tickets');
  await expect(canvas.step('Open a ticket')).toBeVisible();
});

test('a step is duplicated, disabled and deleted by the buttons above it', async () => {
  await canvas.step('Open a ticket').click();
  await canvas.closeSettings();
  await canvas.step('Open a ticket').getByRole('button', { name: 'Duplicate' }).click();
  const copy = canvas.step('Open a ticket 2');
  await copy.getByRole('button', { name: 'Disable' }).click();
  await expect(copy).toHaveAccessibleName(/Disabled/);
  await expectAccessible(page);
  await copy.getByRole('button', { name: 'Delete' }).click();
  await expect(copy).toHaveCount(0);
  await expect(canvas.said).toHaveText('Removed: 1');
  await expect(canvas.step('Open a ticket')).toBeVisible();
});

test('steps framed together are copied and pasted with the wire among them', async () => {
  await page.keyboard.down('Shift');
  await canvas.drag(await canvas.place({ x: 20, y: 180 }), await canvas.place({ x: 980, y: 480 }));
  await page.keyboard.up('Shift');
  await page.keyboard.press('ControlOrMeta+c');
  await expect(canvas.said).toHaveText('Steps copied: 2');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(canvas.step('Webhook 2')).toBeVisible();
  await expect(canvas.wire('Webhook 2', 'Open a ticket 2')).toBeVisible();
  await expectAccessible(page);
  await bar('Undo').click();
  await expect(canvas.step('Webhook 2')).toHaveCount(0);
  await expect(canvas.step('Open a ticket 2')).toHaveCount(0);
});

test('Tidy up puts the steps in line, and Undo puts them back', async () => {
  await canvas.moveStep('Open a ticket', { x: -60, y: 160 });
  const astray = await canvas.input('Open a ticket');
  expect(astray.y).toBeGreaterThan((await canvas.input('Webhook')).y + 100);
  await bar('Tidy up').click();
  await expect
    .poll(async () => (await canvas.input('Open a ticket')).y - (await canvas.input('Webhook')).y)
    .toBe(0);
  await bar('Undo').click();
  await expect.poll(() => canvas.input('Open a ticket')).toEqual(astray);
});

test('a wire is taken out by a click on it and Delete', async () => {
  const from = await canvas.output('Webhook', 'out');
  const to = await canvas.input('Open a ticket');
  // Off its middle, where the plus is.
  await page.mouse.click(from.x + 14, from.y + Math.sign(to.y - from.y) * 2);
  await page.keyboard.press('Delete');
  await expect(canvas.wire('Webhook', 'Open a ticket')).toHaveCount(0);
  await bar('Undo').click();
  await expect(canvas.wire('Webhook', 'Open a ticket')).toBeVisible();
});

test('a new condition is taken back with its value in one, by Undo and by Ctrl+Z in the field alike', async () => {
  await canvas.addAfter('Open a ticket', 'ok', 'Filter');
  const { settings } = canvas;
  const value = settings.getByRole('textbox', { name: 'Value', exact: true });
  const wanted = settings.getByRole('textbox', { name: 'Compare with' });
  await settings.getByRole('button', { name: 'Condition', exact: true }).click();
  await expect(value).toBeFocused();
  await expect(value).toHaveAttribute('contenteditable', 'true');
  await page.keyboard.type('bug');
  await wanted.click();
  await page.keyboard.type('a bug');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(wanted).toHaveText('');
  await expect(value).toHaveText('bug');
  await bar('Undo').click();
  await expect(value).toHaveCount(0);
  await bar('Redo').click();
  await expect(value).toHaveText('bug');
  await value.click();
  await page.keyboard.press('ControlOrMeta+y');
  await expect(wanted).toHaveText('a bug');
  await expect(bar('Redo')).toBeDisabled();
});

test('another language keeps the open step and what Undo takes back', async () => {
  const japanese = textIn('ja');
  const wanted = canvas.settings.getByRole('textbox', { name: 'Compare with' });
  await expect(wanted).toHaveText('a bug');
  await chooseLanguage('日本語');
  const settings = page.getByRole('region', { name: japanese('panel.region') });
  await expect(settings).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(page).toHaveTitle(new RegExp(japanese('page.workflow')));
  await bar(japanese('editor.undo')).click();
  await expect(settings.getByRole('textbox', { name: japanese('panel.cond.right') })).toHaveText(
    '',
  );
  await bar(japanese('editor.redo')).click();
  await chooseLanguage('English');
  await expect(wanted).toHaveText('a bug');
  await canvas.settings.getByRole('button', { name: 'Delete step' }).click();
  await expect(canvas.step('Filter')).toHaveCount(0);
});

/** By the list of commands, which has both languages in their own words. */
async function chooseLanguage(name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const commands = page.getByRole('dialog');
  await commands.getByRole('combobox').fill(name);
  await commands.getByRole('option', { name: new RegExp(name) }).click();
}

const dialog = () => page.getByRole('dialog', { name: /^Publish/ });
const state = (word: string) => page.getByRole('status').filter({ hasText: word });

/** As somebody does who looks at the keys: the note is where typing goes. */
async function publishWithNote(note: string): Promise<void> {
  await bar('Publish').click();
  await expect(dialog().getByRole('textbox', { name: 'What changed' })).toBeFocused();
  await page.keyboard.type(note);
  await dialog().getByRole('button', { name: 'Publish' }).click();
  await expect(dialog()).toBeHidden();
}

test('the note of a publish is typed at once, spaces and all, and kept in the history', async () => {
  await publishWithNote('The first one, by hand');
  await expect(state('No changes')).toBeVisible();
  await page.getByRole('link', { name: 'Versions' }).click();
  await expect(page.getByRole('option', { name: /The first one, by hand/ })).toBeVisible();
  await page.getByRole('link', { name: 'Editor', exact: true }).click();
  await expect(canvas.step('Open a ticket')).toBeVisible();
});

test('where steps lie needs no publish: Publish rests, and says so', async () => {
  await canvas.moveStep('Open a ticket', { x: 40, y: 80 });
  await expect(state('No changes')).toBeVisible();
  await expect(bar('Publish')).toBeDisabled();
  await expect(bar('Publish')).toHaveAccessibleDescription(/^Nothing to publish/);
  // Who asks all the same is told.
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await expect(canvas.said).toHaveText(/^Nothing to publish/);
  await expect(dialog()).toBeHidden();
  await expectAccessible(page);
});

test('what differs from the live version is told where it is published, and the note stays', async () => {
  await canvas.step('Open a ticket').click();
  await canvas.fill('Send to', 'https://desk.example/v2');
  await canvas.closeSettings();
  await expect(state('Edits not live')).toBeVisible();
  await expect(bar('Publish')).toBeEnabled();
  await bar('Publish').click();
  const note = dialog().getByRole('textbox', { name: 'What changed' });
  await expect(note).toBeFocused();
  await page.keyboard.type('The second desk');
  const changes = dialog().getByRole('region', { name: 'Changes' });
  await expect(changes.getByRole('listitem')).toHaveText(/Open a ticket.*Send to.*Changed/);
  await expectAccessible(page);
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    changes.getByRole('link', { name: 'Compare in a new tab' }).click(),
  ]);
  await expect(opened).toHaveURL(/\/versions$/);
  await opened.close();
  await expect(note).toHaveValue('The second desk');
  await dialog().getByRole('button', { name: 'Publish' }).click();
  await expect(state('No changes')).toBeVisible();
});

test('a request that comes while the panel stands empty becomes its sample', async () => {
  await canvas.step('Open a ticket').click();
  await expect(canvas.settings.getByText(textIn('en')('panel.input.none'))).toBeVisible();
  const id = new URL(page.url()).pathname.split('/')[2];
  const { endpoints } = await call<MadeWorkflow>(page, `GET /api/v1/workflows/${id}`);
  await fetch(endpoints[0]?.url ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subject: 'It came late' }),
  });
  await expect(canvas.settings.getByRole('treeitem', { name: /^subject:/ })).toBeVisible();
});

test('a value picked into what was typed is a step back of its own', async () => {
  await canvas.fill('Send to', 'https://desk.example/v3/');
  await canvas.settings.getByRole('treeitem', { name: /^subject:/ }).click();
  await expect(sendTo()).toContainText('body.subject');
  await bar('Undo').click();
  await expect(sendTo()).toHaveText('https://desk.example/v3/');
  await bar('Undo').click();
  await expect(sendTo()).toHaveText('https://desk.example/v2');
  await canvas.closeSettings();
});

test('a field that is removed with the cursor in it takes no more values', async () => {
  const { settings } = canvas;
  await canvas.step('Open a ticket').click();
  await settings.getByRole('combobox', { name: 'Body', exact: true }).selectOption('JSON fields');
  await settings.getByRole('button', { name: 'Add field' }).last().click();
  await settings.getByRole('textbox', { name: 'Body, name 1' }).fill('title');
  await settings.getByRole('textbox', { name: 'title', exact: true }).click();
  await expect(settings.getByText(textIn('en')('panel.input.insert.lead'))).toBeVisible();
  await settings.getByRole('button', { name: 'Remove title' }).click();
  await expect(settings.getByText(textIn('en')('panel.input.noField.lead'))).toBeVisible();
});
