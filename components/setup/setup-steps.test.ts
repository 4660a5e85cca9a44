import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  currentStep,
  mayOpen,
  openSteps,
  type SetupFacts,
  type StepId,
  stepIds,
  stepStates,
} from './setup-steps.ts';

const nothing: SetupFacts = {
  senderChosen: false,
  needsSecret: false,
  hasSecret: false,
  hasSample: false,
  hasFilter: false,
  hasAction: false,
  actionReady: false,
  published: false,
};

/** What people and senders do, in any order, to what is stored. */
const events: Readonly<Record<string, (facts: SetupFacts) => SetupFacts>> = {
  // Another sender checks another way: what came before proves nothing any more.
  chooseSigned: (facts) => ({
    ...facts,
    senderChosen: true,
    needsSecret: true,
    hasSecret: false,
    hasSample: false,
  }),
  chooseUnchecked: (facts) => ({ ...facts, senderChosen: true, needsSecret: false }),
  storeSecret: (facts) => ({ ...facts, hasSecret: facts.senderChosen && facts.needsSecret }),
  removeSecret: (facts) => ({ ...facts, hasSecret: false }),
  arrive: (facts) => ({ ...facts, hasSample: facts.hasSample || facts.senderChosen }),
  addFilter: (facts) => ({ ...facts, hasFilter: true, published: false }),
  removeFilter: (facts) => ({ ...facts, hasFilter: false, published: false }),
  addAction: (facts) => ({ ...facts, hasAction: true, published: false }),
  fillAction: (facts) => ({ ...facts, actionReady: facts.hasAction, published: false }),
  emptyAction: (facts) => ({ ...facts, actionReady: false, published: false }),
  publish: (facts) => ({ ...facts, published: facts.actionReady }),
};

const histories = fc
  .array(fc.constantFrom(...Object.keys(events)), { maxLength: 40 })
  .map((names) => names.reduce((facts, name) => events[name]?.(facts) ?? facts, nothing));

test('a new workflow starts at its sender: it has its URL already', () => {
  const states = stepStates(nothing);
  expect(states.url).toBe('done');
  expect(currentStep(states)).toBe('sender');
});

test('whatever happened, the current step is the first that is not done, and there is at most one', () => {
  fc.assert(
    fc.property(histories, (facts) => {
      const states = stepStates(facts);
      const firstOpen = stepIds.find((id) => states[id] !== 'done') ?? null;
      expect(currentStep(states)).toBe(firstOpen);
      expect(stepIds.filter((id) => states[id] === 'current').length).toBeLessThanOrEqual(1);
    }),
  );
});

test('whatever happened, what is open may be opened, and something is open until all is done', () => {
  const choices = fc.option(fc.constantFrom<StepId>(...stepIds), { nil: null });
  fc.assert(
    fc.property(histories, choices, (facts, chosen) => {
      const states = stepStates(facts);
      const open = openSteps(states, chosen);
      for (const id of open) expect(mayOpen(states, id)).toBe(true);
      const current = currentStep(states);
      if (chosen !== null && mayOpen(states, chosen)) expect(open.has(chosen)).toBe(true);
      else if (current !== null) expect(open.has(current)).toBe(true);
    }),
  );
});

test('nothing that was done is undone by a request that arrives', () => {
  fc.assert(
    fc.property(histories, (facts) => {
      const before = stepStates(facts);
      const after = stepStates({ ...facts, hasSample: true });
      for (const id of stepIds) if (before[id] === 'done') expect(after[id]).toBe('done');
    }),
  );
});

test('choosing another sender leads back to its secret, and keeps what was built', () => {
  const built = { ...nothing, senderChosen: true, needsSecret: true, hasSecret: true };
  const facts = { ...built, hasSample: true, hasFilter: true, hasAction: true, actionReady: true };
  expect(currentStep(stepStates(facts))).toBe('publish');
  const states = stepStates({ ...facts, hasSecret: false, hasSample: false });
  expect(currentStep(states)).toBe('secret');
  expect([states.filter, states.action]).toEqual(['done', 'done']);
  expect(mayOpen(states, 'action')).toBe(false);
});

test('a skipped filter is known by the action that was put in its place', () => {
  const facts = { ...nothing, senderChosen: true, hasSample: true };
  expect(currentStep(stepStates(facts))).toBe('filter');
  expect(currentStep(stepStates({ ...facts, hasAction: true }))).toBe('action');
});

test('the sender stays open beside its secret until that is stored', () => {
  const facts = { ...nothing, senderChosen: true, needsSecret: true };
  expect([...openSteps(stepStates(facts), null)]).toEqual(['url', 'secret', 'sender']);
  const stored = stepStates({ ...facts, hasSecret: true });
  expect([...openSteps(stored, 'secret')]).toEqual(['url', 'secret']);
});

test('a step chosen by its head opens instead of the current one', () => {
  const states = stepStates({ ...nothing, senderChosen: true });
  expect(openSteps(states, 'sender').has('request')).toBe(false);
});
