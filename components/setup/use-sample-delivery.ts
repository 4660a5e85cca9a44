'use client';

import { useEffect, useState } from 'react';
import { callApi } from '../api/call-api.ts';
import type { SampleDelivery } from './setup-types.ts';
import { useCall } from './use-call.ts';
import type { Setup } from './use-setup.ts';

export type SampleChoice = ReturnType<typeof useSampleDelivery>;

const storageKey = 'hookline.sampleEvent';

/** Who tries one kind of event here tries it in the next workflow, too. */
function lastChosen(): string | undefined {
  return typeof localStorage === 'undefined'
    ? undefined
    : (localStorage.getItem(storageKey) ?? undefined);
}

/** A made-up delivery of the sender, as often as wanted: of the sample's own event until another is chosen. */
export function useSampleDelivery({ endpoint, sample, events: choice }: Setup, wanted: boolean) {
  const [chosen, setChosen] = useState(lastChosen);
  const [events, setEvents] = useState<readonly string[]>([]);
  const [made, setMade] = useState<SampleDelivery | null>(null);
  const { problem, run } = useCall();
  const likely = [chosen, ...choice.only, sample?.event.type];
  const event = likely.find((one) => one != null && events.includes(one)) ?? events[0];
  const path = `/api/v1/endpoints/${endpoint.id}/sample-delivery`;
  const body = event == null ? {} : { event };
  const read = async () => {
    const fresh = await run(() => callApi<SampleDelivery>(path, { method: 'POST', body }));
    if (!fresh) return undefined;
    setMade(fresh);
    setEvents(fresh.events);
    return fresh;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read when it is wanted, for each event, and after the secret changed
  useEffect(() => {
    if (wanted) void read();
  }, [wanted, path, event, endpoint.revision]);
  const choose = (event: string) => {
    localStorage.setItem(storageKey, event);
    setChosen(event);
  };
  return { event, events, choose, made, problem, read };
}
