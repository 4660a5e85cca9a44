import { describe, expect, it } from 'vitest';
import { matching } from './command.ts';

describe('matching', () => {
  const lines = [
    { label: 'New workflow' },
    { label: 'Workflows' },
    { label: 'Theme', detail: 'Dark' },
  ];

  it('every word must be somewhere, in any order and case', () => {
    expect(matching(lines, 'WORK new')).toEqual([lines[0]]);
    expect(matching(lines, 'dark theme')).toEqual([lines[2]]);
  });

  it('an empty query keeps all', () => {
    expect(matching(lines, '  ')).toEqual(lines);
  });
});
