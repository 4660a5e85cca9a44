import { describe, expect, it } from 'vitest';
import { liveResult } from './live-result.ts';

const scope = { body: { n: 3, text: 'a b', value: 'value' } };

describe('the live result under a field', () => {
  it('keeps the type of a value that is one template', () => {
    expect(liveResult('{{body.n}}', scope)).toEqual({ kind: 'value', value: 3 });
    expect(liveResult('{{body.value}}', scope)).toEqual({ kind: 'value', value: 'value' });
  });

  it('joins text, and encodes in an address', () => {
    expect(liveResult('n={{body.n}}', scope)).toEqual({ kind: 'value', value: 'n=3' });
    expect(liveResult('http://x/{{body.text}}', scope, 'url')).toEqual({
      kind: 'value',
      value: 'http://x/a%20b',
    });
    expect(liveResult('{{body.n}}', scope, 'text')).toEqual({ kind: 'value', value: '3' });
  });

  it('names what this request lacks', () => {
    expect(liveResult('{{body.gone}} {{body.gone}}', scope)).toEqual({
      kind: 'missing',
      paths: ['body.gone'],
      value: ' ',
    });
  });

  it('says what is wrong with a template, and nothing about plain text', () => {
    expect(liveResult('{{nobody.x}}', scope)).toMatchObject({ kind: 'error' });
    expect(liveResult('{{body.', scope)).toMatchObject({ kind: 'error' });
    expect(liveResult('plain', scope)).toEqual({ kind: 'plain' });
    expect(liveResult('\\{{body.n}}', scope)).toEqual({ kind: 'plain' });
  });
});
