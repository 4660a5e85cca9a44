import { expect, test } from 'vitest';
import { inspector as en } from './en/inspector.ts';
import { inspector as ja } from './ja/inspector.ts';

test('the inspector says the same values in both languages', () => {
  const named = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    expect(named(ja[key]), key).toEqual(named(en[key]));
  }
});
