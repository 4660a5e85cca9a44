/** Something a person should look at. Times are Unix ms. */
export type Need =
  | {
      kind: 'endpoint_rejecting';
      endpointId: string;
      name: string;
      count: number;
      /** The first rejection after the last request that was let in; null: nothing was let in at all. */
      since: number | null;
      /** The one most of them were refused for. */
      reason: string;
    }
  /** Some were refused in the last day, at an endpoint that a live workflow listens to. */
  | {
      kind: 'endpoint_refused';
      endpointId: string;
      name: string;
      count: number;
      /** The one most of them were refused for. */
      reason: string;
    }
  | {
      kind: 'workflow_failing';
      workflowId: string;
      name: string;
      failed: number;
      /** Of how many of its last runs. */
      of: number;
      runId: string;
      message: string;
    }
  | {
      kind: 'workflow_paused';
      workflowId: string;
      name: string;
      waiting: number;
      /** More wait than were counted. */
      more: boolean;
      since: number;
    }
  | { kind: 'endpoint_unheard'; endpointId: string; name: string; count: number }
  | { kind: 'endpoint_expiring'; endpointId: string; name: string; at: number }
  | { kind: 'secrets_expiring'; endpointId: string; name: string; at: number }
  | { kind: 'token_expiring'; name: string; at: number };

/** What loses requests comes first, what will come later last. */
const order: Readonly<Record<Need['kind'], number>> = {
  endpoint_rejecting: 0,
  workflow_failing: 1,
  endpoint_refused: 2,
  workflow_paused: 3,
  endpoint_unheard: 4,
  secrets_expiring: 5,
  endpoint_expiring: 6,
  token_expiring: 7,
};

/** The most urgent kind first; within a kind the most requests, or the nearest end. */
export function sortNeeds(needs: readonly Need[]): Need[] {
  return [...needs].sort((a, b) => order[a.kind] - order[b.kind] || weight(b) - weight(a));
}

function weight(need: Need): number {
  switch (need.kind) {
    case 'endpoint_rejecting':
    case 'endpoint_refused':
    case 'endpoint_unheard':
      return need.count;
    case 'workflow_failing':
      return need.failed;
    case 'workflow_paused':
      return need.waiting;
    case 'endpoint_expiring':
    case 'secrets_expiring':
    case 'token_expiring':
      return -need.at;
  }
}
