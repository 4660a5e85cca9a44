import { describe, expect, it } from 'vitest';
import { isDense, isEditor, places } from './places.ts';

describe('places', () => {
  it('each has a key of its own', () => {
    expect(new Set(places.map(({ key }) => key)).size).toBe(places.length);
  });

  it('lists have the wide sidebar, work screens the rail', () => {
    const wide = ['/', '/workflows', '/workflows/new', '/runs', '/endpoints', '/settings/people'];
    const narrow = ['/requests', '/requests/a', '/workflows/a', '/workflows/a/setup', '/runs/a'];
    expect(wide.filter(isDense)).toEqual([]);
    expect(narrow.filter(isDense)).toEqual(narrow);
    expect(isDense('/endpoints/a')).toBe(true);
  });

  it('the editor is a workflow’s own page and nothing beside it', () => {
    expect(isEditor('/workflows/a')).toBe(true);
    expect(['/workflows', '/workflows/new', '/workflows/a/runs'].some(isEditor)).toBe(false);
  });

  it('every page belongs to at most one place', () => {
    for (const path of ['/', '/workflows/a/runs', '/requests', '/settings/audit', '/runs/a']) {
      expect(places.filter(({ under }) => under.test(path))).toHaveLength(1);
    }
  });
});
