import { describe, expect, it } from 'vitest';
import { valueText } from './value-text.ts';

describe('a value in one line', () => {
  it('quotes texts and cuts long ones', () => {
    expect(valueText('a"b')).toBe('"a\\"b"');
    expect(valueText('x'.repeat(80), 5)).toBe('"xxxxx…"');
  });

  it('tells what a container holds', () => {
    expect(valueText({ a: 1, b: 2 })).toBe('{ a, b }');
    expect(valueText({ a: 1, b: 2, c: 3, d: 4 })).toBe('{ a, b, c, … }');
    expect(valueText([1, 2])).toBe('[ 2 ]');
    expect(valueText({})).toBe('{ }');
  });
});
