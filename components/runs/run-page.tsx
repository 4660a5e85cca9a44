'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useEffectEvent, useState } from 'react';
import { useKeys } from '../live/use-keys.ts';
import { type LiveHandlers, useLive } from '../live/use-live.ts';
import { TopBar } from '../shell/top-bar.tsx';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import { type HeldBack, heldBack } from './held-back.ts';
import { OnwardQuestion } from './onward-question.tsx';
import { RunButtons } from './run-buttons.tsx';
import { RunFacts } from './run-facts.tsx';
import { RunStatus } from './run-status.tsx';
import { RunSteps } from './run-steps.tsx';
import type { RunDetail, RunSurroundings } from './run-types.ts';
import { type ShownStep, shownSteps } from './shown-steps.ts';
import { StepPane } from './step-pane.tsx';
import { useRun } from './use-run.ts';
import { useRunActions } from './use-run-actions.ts';

export type RunPageProps = RunSurroundings & { initial: RunDetail; canRun: boolean };

/** One run: its steps along time, and beside them the one that was chosen. */
export function RunPage({ initial, canRun, ...around }: RunPageProps) {
  const text = useText();
  const { run, told, watch, read } = useRun(initial);
  const actions = useRunActions(run.id, read);
  const steps = shownSteps(run, around.nodes, told);
  const { shown, select, move } = useChosenStep(run.id, steps);
  const ended = run.finishedAt !== null;
  const from = shown?.step && shown.nodeId !== run.triggerNodeId ? shown : null;
  const held = canRun && around.workflow ? heldBack(run, around) : null;
  const [onward, setOnward] = useState<{ nodeId: string; name: string } | null>(null);
  const rerunFrom = () => void actions.rerun({ ...(from && { from }), version: 'same' });
  useRunKeys({ move, ...(canRun && ended && { rerun: rerunFrom }) });
  return (
    <>
      <TopBar title={<Title run={run} workflow={around.workflow} />}>
        <RunButtons
          {...{ run, from, actions, held }}
          workflow={around.workflow}
          canRun={canRun}
          onOnward={setOnward}
        />
      </TopBar>
      {!ended && <Watch id={run.id} handlers={watch} />}
      <section
        aria-label={text('runs.details')}
        className="grid h-work grid-cols-[minmax(0,1fr)_456px] max-xl:grid-cols-[minmax(0,1fr)_380px] max-lg:flex max-lg:h-auto max-lg:flex-col"
      >
        <div className="flex min-h-0 min-w-0 flex-col gap-4 overflow-y-auto px-5 py-4 max-xl:px-4">
          <RunFacts run={run} workflow={around.workflow} request={around.request} />
          <RunSteps
            {...{ run, steps }}
            kinds={around.kinds}
            selected={shown?.nodeId}
            onSelect={select}
            onMove={move}
          />
        </div>
        <aside
          aria-label={text('runs.step')}
          className="flex min-h-0 min-w-0 flex-col border-line border-l bg-surface max-lg:border-t max-lg:border-l-0"
        >
          {shown && (
            <StepPane
              shown={shown}
              place={steps.indexOf(shown) + 1}
              of={steps.length}
              look={around.kinds[shown.type]}
              onRerun={canRun && ended && from ? rerunFrom : undefined}
              held={onwardOf(shown.nodeId, held)}
              onOnward={setOnward}
            />
          )}
        </aside>
      </section>
      <OnwardQuestion
        from={onward}
        filter={held?.filter.name ?? ''}
        onSend={(step) => actions.rerun({ from: step, version: 'same' })}
        onClose={() => setOnward(null)}
      />
    </>
  );
}

/** Where the request may be sent on, told at the filter and at the step behind it. */
function onwardOf(nodeId: string, held: HeldBack | null): HeldBack['next'] {
  if (nodeId === held?.filter.nodeId) return held.next;
  return held?.next.filter((step) => step.nodeId === nodeId) ?? [];
}

/** What happened between the page's reading and the stream's beginning is told by neither. */
function Watch({ id, handlers }: { id: string; handlers: LiveHandlers }) {
  const state = useLive(`runId=${id}`, handlers);
  const began = useEffectEvent(() => handlers.reset());
  useEffect(() => {
    if (state === 'live') began();
  }, [state]);
  return null;
}

/** First the one that failed or is under way, else the last that ran. */
function useChosenStep(runId: string, steps: readonly ShownStep[]) {
  const [chosen, setChosen] = useState<{ runId: string; nodeId: string }>();
  const own = steps.findIndex(({ nodeId }) => chosen?.runId === runId && nodeId === chosen.nodeId);
  const at = own >= 0 ? own : Math.max(0, mostTelling(steps));
  const select = (nodeId: string) => setChosen({ runId, nodeId });
  return {
    shown: steps[at],
    select,
    move: (by: number) => {
      const next = steps[Math.min(Math.max(at + by, 0), steps.length - 1)];
      if (next) select(next.nodeId);
    },
  };
}

function mostTelling(steps: readonly ShownStep[]): number {
  for (const status of ['failed', 'running', 'waiting']) {
    const at = steps.findIndex((step) => step.status === status);
    if (at >= 0) return at;
  }
  return steps.findLastIndex(({ step }) => step !== null);
}

function useRunKeys({ move, rerun }: { move(by: number): void; rerun?: () => void }): void {
  const does = new Map<string, () => void>([
    ['j', () => move(1)],
    ['ArrowDown', () => move(1)],
    ['k', () => move(-1)],
    ['ArrowUp', () => move(-1)],
    ...(rerun ? ([['R', rerun]] as const) : []),
  ]);
  useKeys((key) => {
    does.get(key)?.();
    return does.has(key);
  });
}

type TitleProps = { run: RunDetail; workflow: RunSurroundings['workflow'] };

function Title({ run, workflow }: TitleProps) {
  const text = useText();
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Link
        href="/runs"
        className="font-normal text-body text-text-2 hover:text-text max-sm:hidden"
      >
        {text('runs.title')}
      </Link>
      <Icon icon={ChevronRight} size={14} className="text-text-3 max-sm:hidden" />
      <Link
        href={`/workflows/${run.workflowId}/runs`}
        className="truncate text-strong hover:underline"
      >
        {workflow?.name ?? text('runs.deleted')}
      </Link>
      <RunStatus status={run.status} pill />
    </span>
  );
}
