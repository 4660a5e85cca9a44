import { expect, test } from 'vitest';
import type { Json } from '#lib/core/json.ts';
import { planFor } from '#lib/providers/registry.ts';
import { eventMatches, eventRule, identifyEvent } from './identify-event.ts';
import { inBody, inHeader } from './place.ts';

type Configured = { type?: string; id?: string };

function identify(
  scheme: string,
  configured: Configured,
  sent: { headers?: [string, string][]; body?: Json },
) {
  const plan = planFor({ scheme });
  if (!plan.ok) throw new Error(plan.error.detail);
  const rule = eventRule(plan.value.event, configured);
  return identifyEvent(rule, { headers: sent.headers ?? [] }, () => sent.body ?? null);
}

test('GitHub: the header, and the action when there is one', () => {
  const headers: [string, string][] = [
    ['X-GitHub-Event', 'issues'],
    ['X-GitHub-Delivery', 'd1'],
  ];
  const event = identify('github', {}, { headers, body: { action: 'opened' } });
  expect(event).toEqual({ type: 'issues.opened', id: 'd1' });
  expect(identify('github', {}, { headers, body: { action: { a: 1 } } }).type).toBe('issues');
});

test('Slack: the inner event, else the interaction, else the command', () => {
  const type = (body: Json) => identify('slack', {}, { body }).type;
  expect(type({ type: 'event_callback', event: { type: 'app_mention' } })).toBe('app_mention');
  expect(type({ type: 'block_actions' })).toBe('block_actions');
  expect(type({ command: '/weather' })).toBe('/weather');
});

test("GitLab's system hooks are named by their body", () => {
  expect(identify('gitlab', {}, { body: { event_name: 'user_create' } }).type).toBe('user_create');
});

test('without a provider: the configured place, else the usual ones in order', () => {
  const body = { event_type: 'b', type: 'c', event: 'd', data: { kind: 'a' } };
  expect(identify('none', { type: 'body:data.kind' }, { body }).type).toBe('a');
  expect(identify('none', { type: 'body:data.absent' }, { body }).type).toBe('b');
  const headers: [string, string][] = [
    ['X-Event-Type', 'x'],
    ['CE-Type', 'ce'],
  ];
  expect(identify('none', {}, { headers, body }).type).toBe('ce');
  expect(identify('none', {}, { body: { event: 'd' } }).type).toBe('d');
  expect(identify('none', {}, { body: [1] })).toEqual({ type: null, id: null });
});

test('an id comes from one place only, never from the next best', () => {
  const body = { id: 7, event_id: 'e', delivery: 'x' };
  expect(identify('none', {}, { body }).id).toBe('e');
  expect(identify('none', {}, { body: { id: 7 } }).id).toBe('7');
  expect(identify('none', { id: 'header:x-delivery' }, { body }).id).toBeNull();
  expect(identify('github', {}, { body }).id).toBeNull();
  expect(identify('github', { id: 'body:delivery' }, { body }).id).toBe('x');
});

test('a body nobody needs is not parsed', () => {
  const rule = eventRule({ type: [inHeader('x-event')], id: [inHeader('x-id')] }, {});
  const headers: [string, string][] = [
    ['X-Event', 'a'],
    ['X-Id', '1'],
  ];
  const parsed = () => {
    throw new Error('parsed');
  };
  expect(identifyEvent(rule, { headers }, parsed)).toEqual({ type: 'a', id: '1' });
});

test('inherited members are no events', () => {
  const rule = eventRule({ type: [inBody('constructor', 'name')], id: [] }, {});
  expect(identifyEvent(rule, { headers: [] }, () => ({})).type).toBeNull();
});

test('a subscription takes a type exactly, by leading segments, or with a star for one segment', () => {
  expect(eventMatches('issues.opened', 'issues.opened')).toBe(true);
  expect(eventMatches('issues', 'issues.opened')).toBe(true);
  expect(eventMatches('issues', 'issues_comment')).toBe(false);
  expect(eventMatches('issues.opened', 'issues')).toBe(false);
  expect(eventMatches('*.opened', 'issues.opened')).toBe(true);
  expect(eventMatches('issues.*', 'issues.opened')).toBe(true);
  expect(eventMatches('issues.*', 'issues')).toBe(false);
  expect(eventMatches('issues.*', 'issues.opened.again')).toBe(false);
  expect(eventMatches('issues', null)).toBe(false);
});
