import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession } from '@playwright/test';

export type Point = { x: number; y: number };

/** As often as a good mouse tells of itself. */
const everyMs = 8;

/** Presses at a point, moves about it for so long, lets go where it pressed. */
export async function dragAbout(cdp: CDPSession, at: Point, seconds: number): Promise<void> {
  const button = 'left' as const;
  await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at });
  await cdp.send('Input.dispatchMouseEvent', {
    type: 'mousePressed',
    ...at,
    button,
    clickCount: 1,
  });
  const started = performance.now();
  // Moves are not waited for: a page that is slow gets them together, as from a real mouse.
  const sent = new Set<Promise<unknown>>();
  const move = (point: Point) => {
    const event = { type: 'mouseMoved' as const, ...point, button, buttons: 1 };
    const told = cdp.send('Input.dispatchMouseEvent', event).finally(() => sent.delete(told));
    sent.add(told);
  };
  for (let ms = 0; ms < seconds * 1000; ms = performance.now() - started) {
    if (sent.size < mostUnanswered) move(pointAt(at, ms / 1000));
    await sleep(everyMs);
  }
  move(at);
  await Promise.all(sent);
  await cdp.send('Input.dispatchMouseEvent', {
    type: 'mouseReleased',
    ...at,
    button,
    clickCount: 1,
  });
}

const mostUnanswered = 6;

/** Loops that never rest, some 300 pixels wide; fast enough that each frame sees a move. */
function pointAt({ x, y }: Point, seconds: number): Point {
  return {
    x: x + 150 * Math.sin(seconds * 2.9),
    y: y + 110 * Math.sin(seconds * 4.1),
  };
}
