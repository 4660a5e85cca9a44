import { expect, test } from 'vitest';
import { lookedAtEntries } from './looked-at-entry.ts';

test('a path with an index looks at one entry, counted from one', () => {
  expect(lookedAtEntries('{{body.labels[0].name}}')).toEqual([{ entry: 1, name: 'labels' }]);
});

test('a list in a list is named twice', () => {
  expect(lookedAtEntries('{{body.commits[1].files[4]}}')).toEqual([
    { entry: 2, name: 'commits' },
    { entry: 5, name: 'files' },
  ]);
});

test.each([
  ['a path without an index', '{{body.labels}}'],
  ['a quoted key that looks like an index', '{{body["[0]"].name}}'],
  ['a text around the path', 'first: {{body.labels[0].name}}'],
  ['a path half written', '{{body.labels[0]'],
  ['nothing', ''],
  ['a number', 3],
])('%s says nothing of an entry', (_, left) => {
  expect(lookedAtEntries(left)).toEqual([]);
});
