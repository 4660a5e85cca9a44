import { expect, test } from 'vitest';
import { usuallyOpen } from './usual-paths.ts';

const issue = { title: 'It breaks', labels: [{ name: 'bug' }] };

test('an issue of GitHub lies open down to the name of its label', () => {
  expect([...usuallyOpen('github', { body: { action: 'opened', issue } })]).toEqual([
    'body',
    'body.issue',
    'body.issue.labels',
    'body.issue.labels[0]',
  ]);
});

test('where a label was just given, that one lies open', () => {
  const body = { action: 'labeled', label: { name: 'bug' }, issue };
  expect([...usuallyOpen('github', { body })]).toEqual(['body', 'body.label']);
});

test('what the request does not have opens nothing', () => {
  const body = { action: 'opened', issue: { title: 'It breaks', labels: [] } };
  expect([...usuallyOpen('github', { body })]).toEqual(['body']);
});

test('a sender nobody knows shows its body', () => {
  expect([...usuallyOpen('toString', { body: { order: { id: 1 } } })]).toEqual(['body']);
  expect([...usuallyOpen(undefined, {})]).toEqual(['body']);
});
