'use client';

import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useClock } from '../clock.tsx';
import { useEndpointNames } from '../endpoints/use-endpoint-names.ts';
import { useProviders } from '../endpoints/use-providers.ts';
import { useText } from '../text.tsx';
import type { Command } from './command.ts';
import { foundRequest, type Requested } from './found-request.ts';
import { placeIcons } from './place-icons.ts';
import { useShell } from './shell-context.ts';

type Page<Row> = { items: Row[] };
type Named = { id: string; name: string };
const quietMs = 150;
const perGroup = 5;

/** Workflows, endpoints and requests that hold the text, from the API. */
export function useFound(query: string): { commands: Command[]; busy: boolean; failed: boolean } {
  const text = useText();
  const clock = useClock();
  const { go } = useShell();
  const wanted = useQuiet(query.trim());
  const of = (path: string) =>
    wanted === '' ? null : `${path}?limit=${perGroup}&q=${encodeURIComponent(wanted)}`;
  const workflows = useRead<Page<Named>>(of('/api/v1/workflows'), { keep: true });
  const endpoints = useRead<Page<Named>>(of('/api/v1/endpoints'), { keep: true });
  const requests = useRead<Page<Requested>>(of('/api/v1/requests'), { keep: true });
  const names = useEndpointNames();
  const senders = useProviders();
  const all = [workflows, endpoints, requests];
  if (wanted === '') return { commands: [], busy: query.trim() !== '', failed: false };
  const named = (group: 'workflows' | 'endpoints', rows: readonly Named[]) =>
    rows.map(({ id, name }): Command => {
      const act = () => go(`/${group}/${id}`);
      return { id, group, label: name, icon: placeIcons[group], act };
    });
  const found = (requests.data?.items ?? []).map((row): Command => {
    const line = foundRequest(row, { endpoints: names, senders, clock });
    const act = () => go(`/requests/${row.id}`);
    return { id: row.id, group: 'requests', ...line, icon: placeIcons.requests, act };
  });
  const everywhere: Command = {
    id: 'search requests',
    group: 'requests',
    label: text('shell.palette.searchRequests', { query: wanted }),
    icon: Search,
    act: () => go(`/requests?q=${encodeURIComponent(wanted)}`),
  };
  return {
    commands: [
      ...named('workflows', workflows.data?.items ?? []),
      ...named('endpoints', endpoints.data?.items ?? []),
      ...found,
      everywhere,
    ],
    busy: all.some(({ isFetching }) => isFetching),
    failed: all.some(({ isError }) => isError),
  };
}

/** The text once nobody has typed for a moment. */
function useQuiet(text: string): string {
  const [quiet, setQuiet] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(text), quietMs);
    return () => clearTimeout(timer);
  }, [text]);
  return quiet;
}
