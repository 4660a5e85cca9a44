import { expect, type Locator, type Page } from '@playwright/test';

type Point = { x: number; y: number };

/** From `New workflow` to its canvas, by clicks. With a secret it takes GitHub's requests alone. Answers the webhook's URL. */
export async function openNewCanvas(page: Page, githubSecret?: string): Promise<string> {
  await page.goto('/');
  await page.getByRole('button', { name: 'New workflow' }).first().click();
  await page.getByRole('button', { name: 'Copy webhook URL' }).click();
  const hook = await page.evaluate(() => navigator.clipboard.readText());
  if (githubSecret !== undefined) {
    await page.getByRole('searchbox').fill('github');
    await page.getByRole('button', { name: 'GitHub' }).click();
    await page.getByLabel('Secret', { exact: true }).fill(githubSecret);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Waiting for the first request…').first()).toBeVisible();
  }
  await page.getByRole('link', { name: 'Skip to canvas' }).click();
  await expect(page).toHaveURL(/\/workflows\/[\w-]+$/);
  await expect(page.getByRole('region', { name: 'Canvas' })).toBeVisible();
  return hook;
}

/** The editor as a mouse meets it: what has a name goes by its name, ports by where they are drawn. */
export class Canvas {
  readonly page: Page;
  readonly region: Locator;
  readonly palette: Locator;
  readonly settings: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole('region', { name: 'Canvas' });
    this.palette = page.getByRole('region', { name: 'Node palette' });
    this.settings = page.getByRole('region', { name: 'Node settings' });
  }

  step(name: string): Locator {
    return this.region.getByRole('group', { name: new RegExp(`^${name}, `) });
  }

  wire(from: string, to: string): Locator {
    return this.region.getByRole('img', { name: `From ${from} to ${to}`, exact: true });
  }

  /** What was done or refused, as the canvas says it. */
  get said(): Locator {
    return this.region.getByRole('status');
  }

  async expectSaved(): Promise<void> {
    const saved = { hasText: /^(Draft saved|No changes|Edits not live)$/ };
    await expect(this.page.getByRole('status').filter(saved)).toBeVisible();
  }

  /** A step of this type, let go where its left top corner comes to `at`, counted from the canvas's corner. */
  async dropFromPalette(type: string, at: Point): Promise<void> {
    await this.palette
      .getByRole('button', { name: type, exact: true })
      .dragTo(this.region, { targetPosition: { x: at.x + 92, y: at.y + 23 } });
    await expect(this.settings).toBeVisible();
  }

  /** By the plus beside a port that leads nowhere yet. */
  async addAfter(step: string, port: string, type: string): Promise<void> {
    await this.step(step).hover();
    const plus = { name: `Add a step after ${step}, ${port}`, exact: true };
    await this.region.getByRole('button', plus).click();
    await this.choose(type);
    await expect(this.wire(step, type)).toBeVisible();
  }

  /** From the list that asks which step to add. */
  async choose(type: string): Promise<void> {
    const list = this.page.getByRole('listbox', { name: 'Add a step' });
    await list.getByRole('option', { name: new RegExp(`^${type}`) }).click();
    await expect(this.settings).toBeVisible();
  }

  /** A field that takes templates, once it has loaded in full. */
  async fill(name: string, value: string): Promise<void> {
    const field = this.settings.getByRole('textbox', { name, exact: true });
    await expect(field).toHaveAttribute('contenteditable', 'true');
    await field.fill(value);
    await expect(field).toHaveText(value);
  }

  async closeSettings(): Promise<void> {
    await this.settings.getByRole('button', { name: 'Close settings' }).click();
    await expect(this.settings).toBeHidden();
  }

  async moveStep(name: string, by: Point): Promise<void> {
    const { x, y, width } = await boxOf(this.step(name));
    const grip = { x: x + width / 2, y: y + 10 };
    await this.drag(grip, { x: grip.x + by.x, y: grip.y + by.y });
  }

  async drawWire(from: string, port: string, to: string): Promise<void> {
    await this.drag(await this.output(from, port), await this.input(to));
  }

  async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    // As a hand begins: a drag counts from its first move, which would else be an eighth of the way.
    await mouse.move(from.x + 2, from.y + 2);
    await mouse.move(to.x, to.y, { steps: 8 });
    await mouse.up();
  }

  /** An output has its name beside it, unless it is the only one: then it is on the head's line. */
  async output(step: string, port: string): Promise<Point> {
    const card = await boxOf(this.step(step));
    const name = this.step(step).getByText(port, { exact: true });
    const right = card.x + card.width;
    if ((await name.count()) === 0) return { x: right, y: headLine(card) };
    const row = await boxOf(name);
    return { x: right, y: row.y + row.height / 2 };
  }

  async input(step: string): Promise<Point> {
    const card = await boxOf(this.step(step));
    return { x: card.x, y: headLine(card) };
  }

  async middle(step: string): Promise<Point> {
    const { x, y, width, height } = await boxOf(this.step(step));
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** A place of the window, counted from the canvas's corner. */
  async place(at: Point): Promise<Point> {
    const { x, y } = await boxOf(this.region);
    return { x: x + at.x, y: y + at.y };
  }
}

type Box = Point & { width: number; height: number };

async function boxOf(part: Locator): Promise<Box> {
  await expect(part).toBeVisible();
  const box = await part.boundingBox();
  if (!box) throw new Error('What is visible has a box.');
  return box;
}

/** A card is 184 wide and its head 46 high, whatever the zoom. */
function headLine({ y, width }: Box): number {
  return y + (23 / 184) * width;
}
