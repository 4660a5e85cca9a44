import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/access.ts';
import { Canvas, openNewCanvas } from './support/canvas.ts';
import { sendIssue } from './support/github.ts';
import { mika, pageOf, withClipboard } from './support/people.ts';

/** A graph built with the mouse alone, as somebody does who has never seen the canvas. */
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

test('a new workflow’s canvas has its webhook; without it, it says what to do', async () => {
  const hook = await openNewCanvas(page);
  expect(await sendIssue(hook, 'not checked yet', { action: 'opened', title: 'It breaks' })).toBe(
    202,
  );
  await canvas.step('Webhook').click();
  await canvas.settings.getByRole('button', { name: 'Delete step' }).click();
  await expect(
    canvas.region.getByRole('heading', { name: 'Nothing starts this workflow yet' }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(canvas.step('Webhook')).toBeVisible();
});

test('a step is moved by dragging it', async () => {
  const before = await canvas.input('Webhook');
  const { x } = await canvas.place({ x: 60, y: 0 });
  await canvas.moveStep('Webhook', { x: x - before.x, y: -120 });
  const after = await canvas.input('Webhook');
  expect(Math.abs(after.x - x)).toBeLessThan(6);
  expect(Math.abs(before.y - after.y - 120)).toBeLessThan(6);
});

test('a filter dragged from the palette opens its settings', async () => {
  await canvas.dropFromPalette('Filter', { x: 330, y: 130 });
  await expect(canvas.step('Filter')).toBeVisible();
  await expect(canvas.settings.getByRole('textbox', { name: 'Step name' })).toHaveValue('Filter');
  await expectAccessible(page);
  await canvas.closeSettings();
});

test('a wire is drawn from port to port', async () => {
  await canvas.drawWire('Webhook', 'out', 'Filter');
  await expect(canvas.wire('Webhook', 'Filter')).toBeVisible();
  await expect(canvas.said).toHaveText('Connected to Filter');
});

test('a wire let go over nothing asks what should follow', async () => {
  await canvas.drag(await canvas.output('Filter', 'match'), await canvas.place({ x: 640, y: 150 }));
  const list = page.getByRole('listbox', { name: 'Add a step' });
  await expect(list).toBeVisible();
  await expectAccessible(page);
  await canvas.choose('HTTP request');
  await expect(canvas.step('HTTP request')).toBeVisible();
  await expect(canvas.wire('Filter', 'HTTP request')).toBeVisible();
  await canvas.closeSettings();
});

test('the plus beside a port, and the one on a wire, add a step there', async () => {
  await canvas.addAfter('HTTP request', 'ok', 'Stop');
  await expect(canvas.wire('HTTP request', 'Stop')).toBeVisible();
  await canvas.closeSettings();
  const wire = canvas.region.getByRole('button', {
    name: 'Insert a step between Filter and HTTP request',
  });
  await wire.click();
  await canvas.choose('Delay');
  await expect(canvas.wire('Filter', 'Delay')).toBeVisible();
  await expect(canvas.wire('Delay', 'HTTP request')).toBeVisible();
  await canvas.closeSettings();
  await undo(2);
  await expect(canvas.wire('Filter', 'HTTP request')).toBeVisible();
  await expect(canvas.step('Stop')).toHaveCount(0);
});

test('a step dropped onto a wire goes in between', async () => {
  const from = await canvas.output('Webhook', 'out');
  const to = await canvas.input('Filter');
  const corner = await canvas.place({ x: 0, y: 0 });
  await canvas.dropFromPalette('Set fields', {
    x: (from.x + to.x) / 2 - corner.x - 92,
    y: (from.y + to.y) / 2 - corner.y - 23,
  });
  await expect(canvas.wire('Webhook', 'Set fields')).toBeVisible();
  await expect(canvas.wire('Set fields', 'Filter')).toBeVisible();
  await expect(canvas.wire('Webhook', 'Filter')).toHaveCount(0);
  await canvas.closeSettings();
  await undo(1);
  await expect(canvas.wire('Webhook', 'Filter')).toBeVisible();
});

test('a wire that would lead back, or into the webhook, is refused and says why', async () => {
  await canvas.drawWire('HTTP request', 'ok', 'Filter');
  await expect(canvas.said).toHaveText(/can't lead back to itself/);
  await expect(canvas.wire('HTTP request', 'Filter')).toHaveCount(0);
  await canvas.drag(await canvas.output('Filter', 'otherwise'), await canvas.middle('Webhook'));
  await expect(canvas.said).toHaveText('“Webhook” starts the workflow, so nothing can lead to it.');
  expect((await canvas.said.boundingBox())?.height).toBeGreaterThan(20);
  await expect(canvas.wire('Filter', 'Webhook')).toHaveCount(0);
});

test('a value of the request goes into the condition by a click, and it says what that gives', async () => {
  await canvas.step('Filter').click();
  const { settings } = canvas;
  await settings.getByRole('button', { name: 'Condition', exact: true }).click();
  await settings.getByRole('textbox', { name: 'Value', exact: true }).click();
  await settings.getByRole('treeitem', { name: /^action:/ }).click();
  await expect(settings.getByText('= "opened"')).toBeVisible();
  await canvas.fill('Compare with', 'opened');
  await expect(settings.getByText('Matches', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('the call’s address is typed, a field of its body picked', async () => {
  await canvas.step('HTTP request').click();
  const { settings } = canvas;
  await canvas.fill('Send to', 'https://desk.example/tickets');
  await settings.getByRole('combobox', { name: 'Body', exact: true }).selectOption('JSON fields');
  await settings.getByRole('button', { name: 'Add field' }).last().click();
  await settings.getByRole('textbox', { name: 'Body, name 1' }).fill('title');
  await settings.getByRole('textbox', { name: 'title', exact: true }).click();
  await settings.getByRole('treeitem', { name: /^issue:/ }).click();
  await settings.getByRole('treeitem', { name: /^title:/ }).click();
  await expect(settings.getByText('= "It breaks"')).toBeVisible();
  await expectAccessible(page);
  await canvas.closeSettings();
});

test('what was built is saved, and still there after a reload', async () => {
  await canvas.expectSaved();
  await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
  await page.reload();
  await expect(canvas.wire('Webhook', 'Filter')).toBeVisible();
  await expect(canvas.wire('Filter', 'HTTP request')).toBeVisible();
  await expect(canvas.region.getByRole('group')).toHaveCount(3);
  await expectAccessible(page);
});

async function undo(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await page.getByRole('button', { name: 'Undo' }).click();
  }
}
