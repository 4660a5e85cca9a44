import { expect, test } from 'vitest';
import type { RequestSummary } from '../inspector/request-types.ts';
import { type Stored, sampleOf, setupFacts } from './setup-facts.ts';

const trigger = { id: 'hook', type: 'webhook', name: 'A', position: { x: 0, y: 0 }, settings: {} };
const fresh: Stored = {
  endpoint: { verification: { scheme: 'none', secrets: [] }, metadata: {} },
  requests: [],
  setup: { kind: 'simple', trigger, filter: null, action: null },
  problems: [],
  workflow: { liveVersion: null, changed: true },
};
const secret = { id: '1', hint: 'tY4q', createdAt: '', expiresAt: null };

function request(change: object): RequestSummary {
  const verification = { status: 'verified', scheme: 'github', detail: '', secretId: null };
  const event = { type: 'issues.opened', id: null };
  return { verdict: 'accepted', verification, event, replayOf: null, ...change } as RequestSummary;
}

test('without a check, only a word in the metadata says that somebody chose so', () => {
  expect(setupFacts(fresh).senderChosen).toBe(false);
  const chosen = { ...fresh.endpoint, metadata: { sender: 'own_service' } };
  expect(setupFacts({ ...fresh, endpoint: chosen })).toMatchObject({
    senderChosen: true,
    needsSecret: false,
  });
});

test('a request of the sender before is no sample for the one in force', () => {
  const requests = [request({})];
  expect(sampleOf(requests, 'github')).toBe(requests[0]);
  expect(sampleOf(requests, 'stripe')).toBeNull();
});

test('refused requests, replays and a ping are no samples', () => {
  const ping = request({ event: { type: 'ping', id: null } });
  const told = request({});
  expect(sampleOf([request({ verdict: 'rejected' }), request({ replayOf: 'x' })], 'github')).toBe(
    null,
  );
  expect(sampleOf([ping], 'github')).toBe(null);
  expect(sampleOf([ping, told], 'github')).toBe(told);
  expect(sampleOf([ping], 'none')).toBe(null);
  const own = { ...ping, verification: { ...ping.verification, scheme: 'hmac' } };
  expect(sampleOf([own], 'hmac')).toBe(own);
});

test('an action is ready when it has a URL and nothing is wrong with it', () => {
  const action = { ...trigger, id: 'action', type: 'http_request', settings: { url: '' } };
  const withUrl = { ...action, settings: { url: 'https://a.example' } };
  const facts = (node: typeof action, severity?: 'error' | 'warning') =>
    setupFacts({
      ...fresh,
      setup: { kind: 'simple', trigger, filter: null, action: node },
      problems: severity ? [{ nodeId: 'action', message: 'm', severity }] : [],
    }).actionReady;
  expect(facts(action)).toBe(false);
  expect(facts(withUrl as typeof action)).toBe(true);
  expect(facts(withUrl as typeof action, 'warning')).toBe(true);
  expect(facts(withUrl as typeof action, 'error')).toBe(false);
});

test('what was built on the canvas counts as built; live with the same draft is published', () => {
  const facts = setupFacts({
    ...fresh,
    endpoint: { verification: { scheme: 'github', secrets: [secret] }, metadata: {} },
    setup: { kind: 'other', trigger },
    workflow: { liveVersion: 2, changed: false },
  });
  expect(facts).toMatchObject({
    hasFilter: true,
    hasAction: true,
    actionReady: true,
    published: true,
  });
});
