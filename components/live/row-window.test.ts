import { describe, expect, it } from 'vitest';
import { rowsInSight, topFor } from './row-window.ts';

describe('rowsInSight', () => {
  it('draws what is in sight and a dozen rows beyond', () => {
    const sight = { top: 3_000, bottom: 3_600, count: 1_000, rowHeight: 30 };
    expect(rowsInSight(sight)).toEqual({ first: 88, end: 132 });
  });

  it('stays within the list at both ends', () => {
    expect(rowsInSight({ top: 0, bottom: 600, count: 5, rowHeight: 30 })).toEqual({
      first: 0,
      end: 5,
    });
    expect(rowsInSight({ top: 29_400, bottom: 30_120, count: 1_000, rowHeight: 30 })).toEqual({
      first: 968,
      end: 1_000,
    });
  });

  it('draws the last rows of a list that became shorter than where it was scrolled to', () => {
    const sight = { top: 30_000, bottom: 30_600, count: 20, rowHeight: 30 };
    expect(rowsInSight(sight)).toEqual({ first: 8, end: 20 });
  });
});

describe('topFor', () => {
  const scroller = { scrollTop: 300, clientHeight: 600 };

  it('leaves a row that is in sight where it is', () => {
    expect(topFor(10, 30, scroller)).toBe(300);
    expect(topFor(29, 30, scroller)).toBe(300);
  });

  it('goes just far enough for a row above or below', () => {
    expect(topFor(9, 30, scroller)).toBe(270);
    expect(topFor(30, 30, scroller)).toBe(330);
  });
});
