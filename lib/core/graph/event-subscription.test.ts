import { expect, test } from 'vitest';
import { takesEvent } from './event-subscription.ts';

test('a trigger without events takes every request, also one without an event type', () => {
  expect(takesEvent([], 'push')).toBe(true);
  expect(takesEvent([], null)).toBe(true);
});

test.each([
  ['issues', 'issues', true],
  ['issues', 'issues.opened', true],
  ['issues', 'issues.opened.late', true],
  ['issues.opened', 'issues', false],
  ['issues', 'issue', false],
  ['issues', 'issues_opened', false],
  ['Issues', 'issues', false],
  ['*', 'push', true],
  ['*.opened', 'issues.opened', true],
  ['*.opened', 'issues.closed', false],
  ['issues.*', 'issues.opened', true],
  ['issues.*', 'issues', false],
  ['support_ticket.created', 'support_ticket.created', true],
])('the subscription "%s" on the event "%s" gives %s', (subscription, event, taken) => {
  expect(takesEvent([subscription], event)).toBe(taken);
  expect(takesEvent(['other', subscription], event)).toBe(taken);
});

test('a request without an event type reaches no trigger that asks for one', () => {
  expect(takesEvent(['*'], null)).toBe(false);
});
