import { describe, expect, it } from 'vitest';
import { completeTemplate } from './completion.ts';

const scope = {
  body: { data: { id: 7, 'two words': true }, list: ['a', 'b'] },
  steps: { find: { output: { name: 'Mika' } } },
};
const texts = (before: string) =>
  completeTemplate(before, scope)?.options.map(({ text }) => text) ?? [];

describe('completion inside a template', () => {
  it('says nothing outside the braces', () => {
    expect(completeTemplate('plain', scope)).toBeNull();
    expect(completeTemplate('{{body}} more', scope)).toBeNull();
  });

  it('offers the roots first', () => {
    expect(texts('{{')).toContain('body');
    expect(texts('{{ste')).toEqual(['steps']);
  });

  it('goes on along what the sample really holds', () => {
    expect(texts('Hello {{body.')).toEqual(['body.data', 'body.list']);
    expect(texts('{{body.data.')).toEqual(['body.data.id', 'body.data["two words"]']);
    expect(texts('{{body.list[')).toEqual(['body.list[0]', 'body.list[1]']);
    expect(texts('{{steps.find.output.na')).toEqual(['steps.find.output.name']);
  });

  it('shows the value and says where it starts', () => {
    expect(completeTemplate('x {{ body.data.i', scope)).toEqual({
      from: 5,
      options: [{ text: 'body.data.id', detail: '7', container: false }],
    });
  });
});
