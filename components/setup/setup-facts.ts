import type { GraphProblem } from '#lib/core/graph/problem.ts';
import type { Endpoint } from '../endpoints/endpoint-draft.ts';
import type { RequestSummary } from '../inspector/request-types.ts';
import type { SetupGraph } from './setup-graph.ts';
import type { SetupFacts } from './setup-steps.ts';

/** Kept in the endpoint's metadata: without a check nothing else would say that this was a choice. */
export const ownService = 'own_service';

export type Stored = {
  endpoint: Pick<Endpoint, 'verification' | 'metadata'>;
  /** Newest first. */
  requests: readonly RequestSummary[];
  setup: SetupGraph;
  problems: readonly GraphProblem[];
  workflow: { liveVersion: number | null; changed: boolean };
};

/** The set-up's state, from what the server keeps: leaving and coming back changes nothing. */
export function setupFacts(stored: Stored): SetupFacts {
  const { endpoint, requests, setup, workflow } = stored;
  const { scheme, secrets } = endpoint.verification;
  const simple = setup.kind === 'simple' ? setup : null;
  const other = setup.kind === 'other';
  return {
    senderChosen: scheme !== 'none' || endpoint.metadata.sender === ownService,
    needsSecret: scheme !== 'none',
    hasSecret: secrets.length > 0,
    hasSample: sampleOf(requests, scheme) !== null,
    hasFilter: other || (simple !== null && simple.filter !== null),
    hasAction: other || (simple !== null && simple.action !== null),
    actionReady: other || (simple?.action ? isReady(simple.action.id, stored) : false),
    published: workflow.liveVersion !== null && !workflow.changed,
  };
}

function isReady(nodeId: string, { setup, problems }: Stored): boolean {
  const settings = setup.kind === 'simple' ? setup.action?.settings : undefined;
  if (typeof settings?.url !== 'string' || settings.url.trim() === '') return false;
  return !problems.some((problem) => problem.nodeId === nodeId && problem.severity === 'error');
}

/** Said when a webhook is made, and about nothing else: there is no value in it to build on. */
const greetings: Readonly<Record<string, string>> = { github: 'ping', slack: 'url_verification' };

/** Whether this is how its sender says hello. */
export function isGreeting({ event, verification }: RequestSummary): boolean {
  return event.type !== null && greetings[verification.scheme] === event.type;
}

/** What the steps are built on: the newest request with something to say that the check in force let in. */
export function sampleOf(
  requests: readonly RequestSummary[],
  scheme: string,
): RequestSummary | null {
  const telling = requests.find(
    (request) =>
      (request.verdict === 'accepted' || request.verdict === 'duplicate') &&
      request.replayOf === null &&
      (scheme === 'none' || request.verification.scheme === scheme) &&
      !isGreeting(request),
  );
  return telling ?? null;
}
