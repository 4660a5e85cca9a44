/** In the order people take them. */
export const stepIds = [
  'url',
  'sender',
  'secret',
  'request',
  'filter',
  'action',
  'publish',
] as const;
export type StepId = (typeof stepIds)[number];
export type StepState = 'done' | 'current' | 'todo';
export type StepStates = Readonly<Record<StepId, StepState>>;

/** What is stored, as far as the set-up asks: nothing here lives in the browser alone. */
export type SetupFacts = {
  /** Somebody said who sends, be it “nobody proves anything”. */
  senderChosen: boolean;
  needsSecret: boolean;
  hasSecret: boolean;
  /** A request was let in by the check that is in force. */
  hasSample: boolean;
  hasFilter: boolean;
  /** An action without a filter before it: the filter was skipped. */
  hasAction: boolean;
  /** The action has nothing left to fill in. */
  actionReady: boolean;
  /** What is live is the draft. */
  published: boolean;
};

/** The first step that isn't done is the current one; when all are, none is. */
export function stepStates(facts: SetupFacts): StepStates {
  const done = doneSteps(facts);
  const current = stepIds.find((id) => !done[id]);
  const state = (id: StepId): StepState => {
    if (done[id]) return 'done';
    return id === current ? 'current' : 'todo';
  };
  return Object.fromEntries(stepIds.map((id) => [id, state(id)])) as StepStates;
}

export function currentStep(states: StepStates): StepId | null {
  return stepIds.find((id) => states[id] === 'current') ?? null;
}

/** A step opens once all before it are done: each builds on what the ones before it stored. */
export function mayOpen(states: StepStates, id: StepId): boolean {
  return stepIds.slice(0, stepIds.indexOf(id)).every((before) => states[before] === 'done');
}

/**
 * Which steps show their insides. One at a time, but for the sender, which stays open beside its
 * secret until that is stored: the choice and its consequence are read together.
 */
export function openSteps(states: StepStates, chosen: StepId | null): ReadonlySet<StepId> {
  const shown = chosen !== null && mayOpen(states, chosen) ? chosen : currentStep(states);
  const open = new Set<StepId>(['url']);
  if (shown !== null) open.add(shown);
  if (shown === 'secret' && states.secret !== 'done') open.add('sender');
  return open;
}

function doneSteps(facts: SetupFacts): Record<StepId, boolean> {
  const { senderChosen, needsSecret, hasSecret, hasSample } = facts;
  const proven = senderChosen && (!needsSecret || hasSecret);
  return {
    url: true,
    sender: senderChosen,
    secret: proven,
    request: proven && hasSample,
    filter: facts.hasFilter || facts.hasAction,
    action: facts.hasAction && facts.actionReady,
    publish: facts.published,
  };
}
