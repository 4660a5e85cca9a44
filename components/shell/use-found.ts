'use client';

import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { shortMoment } from '#lib/i18n/time.ts';
import { useRead } from '../api/use-read.ts';
import { useClock } from '../clock.tsx';
import { useText } from '../text.tsx';
import type { Command } from './command.ts';
import { placeIcons } from './place-icons.ts';
import { useShell } from './shell-context.ts';

type Page<Row> = { items: Row[] };
type Named = { id: string; name: string };
type FoundRequest = {
  id: string;
  receivedAt: string;
  method: string;
  path: string;
  event: { type: string | null; id: string | null };
};

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
  const requests = useRead<Page<FoundRequest>>(of('/api/v1/requests'), { keep: true });
  const all = [workflows, endpoints, requests];
  if (wanted === '') return { commands: [], busy: query.trim() !== '', failed: false };
  const named = (group: 'workflows' | 'endpoints', rows: readonly Named[]) =>
    rows.map(({ id, name }): Command => {
      const act = () => go(`/${group}/${id}`);
      return { id, group, label: name, icon: placeIcons[group], act };
    });
  const found = (requests.data?.items ?? []).map((row): Command => {
    const at = shortMoment(new Date(row.receivedAt), clock);
    return {
      id: row.id,
      group: 'requests',
      label: row.event.type ?? `${row.method} ${row.path || '/'}`,
      detail: row.event.id ? `${row.event.id} · ${at}` : at,
      icon: placeIcons.requests,
      act: () => go(`/requests/${row.id}`),
    };
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
