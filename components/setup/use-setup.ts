'use client';

import { useEffect, useMemo, useState } from 'react';
import type { z } from 'zod';
import { useStore } from 'zustand';
import type { updateEndpointContract } from '#lib/contracts/endpoint.ts';
import { type ApiAnswer, callApi } from '../api/call-api.ts';
import type { Endpoint } from '../endpoints/endpoint-draft.ts';
import type { RequestSummary } from '../inspector/request-types.ts';
import { createDraft, type Draft, type DraftState } from './draft-store.ts';
import { type EventChoice, eventChoice } from './event-choice.ts';
import { sampleOf, setupFacts } from './setup-facts.ts';
import { readSetup, type SetupGraph } from './setup-graph.ts';
import { mayOpen, openSteps, type StepId, type StepStates, stepStates } from './setup-steps.ts';
import type { Provider, Workflow } from './setup-types.ts';
import { useArrivals } from './use-arrivals.ts';

export type EndpointChange = z.input<typeof updateEndpointContract.body>;

export type SetupProps = {
  workflow: Workflow;
  endpoint: Endpoint;
  providers: readonly Provider[];
  requests: readonly RequestSummary[];
  canEdit: boolean;
};

/** Everything the steps and the door show, and what they may do to it. */
export type Setup = {
  workflow: Pick<Workflow, 'id' | 'name'>;
  /** What is shown of the name, after it was given elsewhere. */
  named(name: string): void;
  canEdit: boolean;
  endpoint: Endpoint;
  changeEndpoint(change: EndpointChange): Promise<ApiAnswer<Endpoint>>;
  providers: readonly Provider[];
  /** Undefined for a service of one's own. */
  provider: Provider | undefined;
  requests: readonly RequestSummary[];
  listening: boolean;
  sample: RequestSummary | null;
  draft: Draft;
  state: DraftState;
  graph: SetupGraph;
  /** Which events start it. */
  events: EventChoice;
  steps: StepStates;
  open: ReadonlySet<StepId>;
  /** Null: whichever step is next. */
  go(step: StepId | null): void;
  mayOpen(step: StepId): boolean;
};

export function useSetup(props: SetupProps): Setup {
  const { providers, canEdit } = props;
  const [workflow, setWorkflow] = useState(props.workflow);
  const [endpoint, setEndpoint] = useState(props.endpoint);
  const { requests, listening } = useArrivals(endpoint.id, props.requests);
  const draft = useDraft(workflow);
  const state = useStore(draft.store);
  const [chosen, go] = useState<StepId | null>(null);
  const graph = useMemo(() => readSetup(state.graph), [state.graph]);
  const { scheme } = endpoint.verification;
  const steps = stepStates(
    setupFacts({ endpoint, requests, setup: graph, problems: state.problems, workflow: state }),
  );
  const sample = sampleOf(requests, scheme);
  const provider = providers.find(({ id }) => id === scheme);
  const event = provider ? (sample?.event.type ?? null) : null;
  const changeEndpoint = async (change: EndpointChange) => {
    const path = `/api/v1/endpoints/${endpoint.id}`;
    const answer = await callApi<Endpoint>(path, { method: 'PATCH', body: change });
    if (answer.ok) setEndpoint(answer.body);
    return answer;
  };
  return {
    ...{ workflow, canEdit, endpoint, changeEndpoint, providers, requests, listening },
    ...{ draft, state, graph, steps, go },
    ...{ provider, sample },
    named: (name) => setWorkflow({ ...workflow, name }),
    events: eventChoice({ graph, event, decided: steps.filter === 'done' }),
    open: openSteps(steps, chosen),
    mayOpen: (step) => mayOpen(steps, step),
  };
}

function useDraft(workflow: Workflow): Draft {
  const [draft] = useState(() => createDraft(workflow));
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (!draft.isClean()) event.preventDefault();
    };
    const online = () => void draft.saveNow();
    window.addEventListener('beforeunload', leaving);
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      window.removeEventListener('online', online);
      void draft.saveNow();
    };
  }, [draft]);
  return draft;
}
