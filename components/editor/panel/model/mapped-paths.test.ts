import { expect, it } from 'vitest';
import { fieldName, mappedPaths } from './mapped-paths.ts';

it('tells which values a step uses and where', () => {
  const settings = {
    url: 'https://x/{{body.id}}',
    body: { type: 'json', value: { title: '{{ body["id"] }}', deep: ['{{body.n}}'] } },
  };
  expect(Object.fromEntries(mappedPaths(settings))).toEqual({
    'body.id': ['url', 'body.value.title'],
    'body.n': ['body.value.deep.0'],
  });
});

it('names a setting by the word that people gave it', () => {
  expect(fieldName('body.value.title')).toBe('title');
  expect(fieldName('headers.x-id')).toBe('x-id');
  expect(fieldName('url')).toBe('url');
  expect(fieldName('body.value')).toBe('body');
});
