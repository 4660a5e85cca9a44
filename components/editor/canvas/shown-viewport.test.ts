import { expect, test } from 'vitest';
import { shownViewport } from './shown-viewport.ts';

const pane = { width: 1000, height: 400 };
const box = { x: 100, y: 100, width: 184, height: 70 };

test('a step that is to be seen stays where it is', () => {
  expect(shownViewport({ x: 0, y: 0, zoom: 1 }, box, pane)).toBeNull();
});

test('one below the edge is moved up just far enough', () => {
  const shown = shownViewport({ x: 0, y: 250, zoom: 1 }, box, pane);
  expect(shown).toEqual({ x: 0, y: 400 - 56 - 70 - 100, zoom: 1 });
});

test('one left of the edge and above it is moved in, at the zoom there is', () => {
  const shown = shownViewport({ x: -400, y: -300, zoom: 2 }, box, pane);
  expect(shown).toEqual({ x: 24 - 200, y: 60 - 200, zoom: 2 });
});

test('of a step larger than the canvas the beginning is shown', () => {
  const shown = shownViewport({ x: 0, y: -300, zoom: 1 }, { ...box, height: 900 }, pane);
  expect(shown).toEqual({ x: 0, y: -40, zoom: 1 });
});
