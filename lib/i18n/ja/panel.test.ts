import { expect, it } from 'vitest';
import { panel as en } from '../en/panel.ts';
import { panel as ja } from './panel.ts';

it('has every text of the step settings in Japanese, with the same values in it', () => {
  expect(Object.keys(ja)).toEqual(Object.keys(en));
  const values = (texts: object) =>
    Object.values(texts).map((text) => text.match(/\{\w+\}/g)?.sort());
  expect(values(ja)).toEqual(values(en));
});
