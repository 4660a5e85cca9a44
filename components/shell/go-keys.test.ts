import { describe, expect, it } from 'vitest';
import { goKey } from './go-keys.ts';

const places = [
  { key: 'H', href: '/' },
  { key: 'R', href: '/requests' },
];
const press = (keys: string) => {
  let state = { waiting: false };
  const went: string[] = [];
  const handled: boolean[] = [];
  for (const key of keys) {
    const result = goKey(state, key, places);
    state = result.state;
    handled.push(result.handled);
    if (result.href) went.push(result.href);
  }
  return { went, handled };
};

describe('goKey', () => {
  it('G then R goes to Requests, and the R is not left to the page', () => {
    expect(press('gr')).toEqual({ went: ['/requests'], handled: [true, true] });
  });

  it('R alone is the page’s', () => {
    expect(press('r')).toEqual({ went: [], handled: [false] });
  });

  it('an unknown letter forgets the G and is the page’s', () => {
    expect(press('gxr')).toEqual({ went: [], handled: [true, false, false] });
  });

  it('G twice still waits', () => {
    expect(press('ggh').went).toEqual(['/']);
  });
});
