import type { Page } from '@playwright/test';
import { median, type Report } from './figure.ts';
import { type Metered, metered } from './meter.ts';
import { dragAbout, type Point } from './mouse.ts';
import type { Stage } from './stage.ts';
import { wideGraph } from './wide-graph.ts';

export type CanvasOrder = { steps: number; rounds: number; seconds: number; report: Report };
type Gesture = 'pan' | 'drag';
type View = 'whole' | 'close';

/** What is required is required of 300 steps; more are aimed at. */
const mostRequired = 300;
const viewport = '.react-flow__viewport';
/** What has to be hit, and in which element. The pane holds the steps too. */
const ground = { hit: '.react-flow__pane', in: '.react-flow__pane' };
const step = { hit: ':not(.react-flow__handle, .nodrag, .nodrag *)', in: '.react-flow__node' };

export async function measureCanvas(stage: Stage, order: CanvasOrder): Promise<void> {
  const { steps, rounds } = order;
  const graph = wideGraph(steps);
  const { id } = await stage.post<{ id: string }>('/api/v1/workflows', { name: 'Wide', graph });
  const page = await stage.openPage();
  await page.goto(`/workflows/${id}`);
  await page.locator('.react-flow__node').first().waitFor();
  await page.waitForTimeout(1_000);
  console.log(`\ncanvas of ${steps} steps`);
  for (const view of ['whole', 'close'] as const) {
    if (view === 'close') await zoomIn(page);
    for (const gesture of ['pan', 'drag'] as const) {
      const seen: Metered[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const name = `canvas-${steps}-${view}-${gesture}-${round}.cpuprofile`;
        const profile = stage.profileFolder && `${stage.profileFolder}/${name}`;
        seen.push(await perform(page, { gesture, seconds: order.seconds, profile }));
      }
      tell(order, { gesture, view }, seen);
    }
  }
  await page.close();
}

type Play = { gesture: Gesture; seconds: number; profile: string | undefined };

async function perform(page: Page, { gesture, seconds, profile }: Play): Promise<Metered> {
  const { point, id } = await page.evaluate(nearestToMiddle, gesture === 'pan' ? ground : step);
  const moving = gesture === 'pan' ? viewport : `.react-flow__node[data-id="${id}"]`;
  return metered(page, { moving, profile }, (cdp) => dragAbout(cdp, point, seconds));
}

function tell(
  { steps, report }: CanvasOrder,
  { gesture, view }: { gesture: Gesture; view: View },
  seen: readonly Metered[],
): void {
  const what = `${gesture === 'pan' ? 'panned' : 'a step dragged'}, ${view === 'whole' ? 'all in sight' : 'at 100 %'}`;
  const required = steps <= mostRequired;
  report({
    what,
    value: median(seen.map(({ moved, seconds }) => moved / seconds)),
    unit: 'frames/s',
    good: 'above',
    ...(required && { must: 50 }),
    aim: 55,
  });
  report({
    what: '  its longest task',
    value: Math.max(...seen.map(({ longestTask }) => longestTask)),
    unit: 'ms',
    good: 'below',
    ...(required && { must: 100 }),
    aim: 100,
  });
}

/** Where such an element can be hit, as near to the canvas's middle as there is one. */
function nearestToMiddle(wanted: typeof step): { point: Point; id: string } {
  const box = document.querySelector('.react-flow')?.getBoundingClientRect();
  if (!box) throw new Error('There is no canvas.');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  for (let away = 0; away < box.height / 2; away += 3) {
    for (let turn = 0; turn < 16; turn += 1) {
      const x = middle.x + away * Math.cos((turn * Math.PI) / 8);
      const y = middle.y + away * Math.sin((turn * Math.PI) / 8);
      const hit = document.elementFromPoint(x, y);
      const found = hit?.matches(wanted.hit) && hit.closest(wanted.in);
      if (found) return { point: { x, y }, id: found.getAttribute('data-id') ?? '' };
    }
  }
  throw new Error(`There is no ${wanted.in} near the middle.`);
}

/** By the wheel, as people do it. */
async function zoomIn(page: Page): Promise<void> {
  const { point } = await page.evaluate(nearestToMiddle, ground);
  await page.mouse.move(point.x, point.y);
  for (let turn = 0; turn < 60; turn += 1) {
    const scale = await page.evaluate(
      (selector) =>
        new DOMMatrix(getComputedStyle(document.querySelector(selector) ?? document.body).transform)
          .a,
      viewport,
    );
    if (scale >= 0.95) return;
    await page.mouse.wheel(0, -100);
    await page.waitForTimeout(50);
  }
}
