'use client';

import { X } from 'lucide-react';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { type RunFilter, runStatuses, type Span, spans } from './run-filter.ts';

export type RunFilterBarProps = {
  filter: RunFilter;
  onChange(filter: RunFilter): void;
  /** Its own page: the workflow is fixed. */
  ofWorkflow: boolean;
};

/** Those that are asked for most stand in sight. */
const inSight = ['running', 'waiting', 'failed', 'succeeded', 'filtered'] as const;

export function RunFilterBar({ filter, onChange, ofWorkflow }: RunFilterBarProps) {
  const text = useText();
  const any = { value: 'any', label: text('runs.any') };
  const status = filter.status ?? 'any';
  const statuses = runStatuses.filter(
    (name) => (inSight as readonly string[]).includes(name) || name === status,
  );
  const set = (part: { [K in keyof RunFilter]?: RunFilter[K] | undefined }) => {
    const next = { ...filter, ...part };
    onChange(Object.fromEntries(Object.entries(next).filter(([, value]) => value)) as RunFilter);
  };
  const option = (name: (typeof runStatuses)[number]) => ({
    value: name as string,
    label: text(`runs.status.${name}`),
  });
  const setStatus = (value: string) =>
    set({ status: value === 'any' ? undefined : (value as RunFilter['status']) });
  return (
    <div className="flex flex-none flex-wrap items-center gap-2 px-5 py-3 max-sm:px-4">
      <Segmented
        label={text('runs.status')}
        value={status}
        onChange={setStatus}
        options={[any, ...statuses.map(option)]}
        className="max-md:hidden"
      />
      <Select
        aria={text('runs.status')}
        compact
        value={status}
        onChange={setStatus}
        options={[{ value: 'any', label: text('runs.anyStatus') }, ...runStatuses.map(option)]}
        className="md:hidden"
      />
      <Select
        aria={text('runs.span')}
        compact
        value={filter.span ?? 'any'}
        onChange={(value) => set({ span: value === 'any' ? undefined : (value as Span) })}
        options={[
          { value: 'any', label: text('runs.span.any') },
          ...(Object.keys(spans) as Span[]).map((span) => ({
            value: span as string,
            label: text(`runs.span.${span}`),
          })),
        ]}
      />
      {!ofWorkflow && (
        <WorkflowSelect workflow={filter.workflow} onChange={(workflow) => set({ workflow })} />
      )}
      {filter.request && (
        <Button icon={X} onClick={() => set({ request: undefined })}>
          {text('runs.ofRequest')}
        </Button>
      )}
    </div>
  );
}

type WorkflowSelectProps = {
  workflow: string | undefined;
  onChange(workflow: string | undefined): void;
};

function WorkflowSelect({ workflow, onChange }: WorkflowSelectProps) {
  const text = useText();
  const { data } = useRead<{ items: { id: string; name: string }[] }>(
    '/api/v1/workflows?limit=200',
  );
  const known = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const missing =
    workflow && !known.some(({ value }) => value === workflow)
      ? [{ value: workflow, label: text('runs.deleted') }]
      : [];
  return (
    <Select
      aria={text('runs.workflow')}
      compact
      value={workflow ?? 'any'}
      onChange={(value) => onChange(value === 'any' ? undefined : value)}
      options={[{ value: 'any', label: text('runs.anyWorkflow') }, ...known, ...missing]}
      className="max-w-[240px]"
    />
  );
}
