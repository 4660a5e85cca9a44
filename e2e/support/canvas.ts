import { expect, type Locator, type Page } from '@playwright/test';

/** A step on the canvas, by its name. */
export function stepOf(page: Page, name: string): Locator {
  return page
    .getByRole('region', { name: 'Canvas' })
    .locator('.react-flow__node')
    .filter({
      has: page.getByText(name, { exact: true }),
    });
}

/** Where on the page a step's port is drawn; `port` is its label, or `in`. */
export async function portOf(page: Page, step: string, port: string) {
  const node = stepOf(page, step);
  const kind = port === 'in' ? 'target' : 'source';
  const handle = node.locator(`.react-flow__handle.${kind}[data-handleid="${port}"]`);
  const box = await handle.boundingBox();
  if (!box) throw new Error(`${step} shows no port ${port}.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export type Wire = { from: string; port: string; to: string };

/** Draws a wire from an output port to the input of another step, with the mouse. */
export async function drawWire(page: Page, { from, port, to }: Wire): Promise<void> {
  const start = await portOf(page, from, port);
  const end = await portOf(page, to, 'in');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}

/** Drags a step from the palette to a place on the canvas, in px from its top left. */
export async function dragFromPalette(
  page: Page,
  label: string,
  targetPosition: { x: number; y: number },
): Promise<void> {
  await page
    .getByRole('complementary', { name: 'Node palette' })
    .getByRole('button', { name: label })
    .dragTo(page.locator('.react-flow__pane'), { targetPosition });
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText('Draft saved')).toBeVisible();
}
