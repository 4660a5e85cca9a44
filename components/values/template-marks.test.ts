import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplate } from '#lib/core/expression/template.ts';
import { shortPath, tagOf, templateMarks } from './template-marks.ts';

describe('the marks of a template', () => {
  it('finds each place and its path', () => {
    expect(templateMarks('a {{body.x}} b {{ headers["x-id"] }}')).toEqual([
      { from: 2, to: 12, path: ['body', 'x'] },
      { from: 15, to: 36, path: ['headers', 'x-id'] },
    ]);
  });

  it('leaves escaped braces alone', () => {
    expect(templateMarks('\\{{body.x}}')).toEqual([]);
    expect(templateMarks('\\\\{{body.x}}')).toHaveLength(1);
  });

  it('marks what is half written up to its end', () => {
    expect(templateMarks('{{body.')).toEqual([{ from: 0, to: 7, path: null }]);
  });

  it('writes any path so that it reads back as the same one', () => {
    const segment = fc.oneof(fc.string({ minLength: 1 }), fc.nat({ max: 999 }));
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), (rest) => {
        const tag = tagOf(['body', ...rest]);
        expect(templateMarks(tag)).toEqual([{ from: 0, to: tag.length, path: ['body', ...rest] }]);
        expect(parseTemplate(tag)).toMatchObject({ ok: true, value: { whole: ['body', ...rest] } });
      }),
    );
  });
});

describe('a path on a chip', () => {
  it('stands whole while it fits, else by its end', () => {
    expect(shortPath(['body', 'data', 'id'])).toBe('body.data.id');
    expect(shortPath(['body', 'data', 'object', 'customer', 'name'], 20)).toBe('…customer.name');
  });
});
