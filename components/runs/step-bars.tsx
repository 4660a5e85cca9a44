import type { RunListItem } from './run-types.ts';

const colours: Readonly<Record<string, string>> = {
  succeeded: 'bg-chart-ran',
  failed: 'bg-bad-solid',
  waiting: 'bg-wait-solid',
  filtered: 'bg-idle-solid',
};
const room = 72;
const thinnest = 4;

/** Where a run's time went, at a glance: a bar a step, none too thin to be seen. */
export function StepBars({ steps }: Pick<RunListItem, 'steps'>) {
  if (steps.length === 0) return null;
  const total = steps.reduce((sum, { ms }) => sum + (ms ?? 0), 0);
  const share = Math.max(0, room - steps.length * thinnest);
  return (
    <span aria-hidden="true" className="flex items-center gap-0.5">
      {steps.map(({ nodeId, status, ms }) => (
        <span
          key={nodeId}
          style={{ width: thinnest + (total > 0 ? ((ms ?? 0) / total) * share : 0) }}
          className={`h-1.5 flex-none rounded-[2px] ${colours[status] ?? 'bg-line-2'}`}
        />
      ))}
    </span>
  );
}
