'use client';

import { Popover } from '@base-ui/react/popover';
import { ChevronDown, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { callApi } from '#components/api/call-api.ts';
import { failureWords } from '#components/api/failure-words.ts';
import { useRead } from '#components/api/use-read.ts';
import { useClock } from '#components/clock.tsx';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Icon } from '#components/ui/icon.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { duration } from '#lib/i18n/quantity.ts';
import { shortMoment } from '#lib/i18n/time.ts';
import type { RunDetail, RunShown } from '../store/overlay.ts';
import { RunStatus } from './run-status.tsx';

type Listed = RunShown & { version: number; event: string | null };
type Page = { items: Listed[] };

const shownRuns = 20;

export type RunPickerProps = { label: string; icon?: LucideIcon; boxed?: boolean };

/** The workflow's last runs: one chosen is laid over the canvas. */
export function RunPicker({ label, icon, boxed = false }: RunPickerProps) {
  const [open, setOpen] = useState(false);
  const look = boxed ? 'ed-pop px-2.5 h-8' : '';
  return (
    <Popover.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <Popover.Trigger className={`${buttonClass({ variant: 'ghost', size: 'sm' })} ${look}`}>
        {icon && <Icon icon={icon} size={14} />}
        {label}
        <Icon icon={ChevronDown} size={12} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="start" className="editor z-40">
          <Popover.Popup className="ed-pop flex max-h-[min(480px,70vh)] w-[min(380px,calc(100vw-24px))] flex-col outline-none">
            <Runs onChosen={() => setOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Runs({ onChosen }: { onChosen: () => void }) {
  const text = useText();
  const store = useEditorStore();
  const id = useEditor((state) => state.workflow.id);
  const following = useEditor((state) => state.following);
  const { data, isError, isPending, refetch } = useRead<Page>(
    `/api/v1/runs?workflowId=${id}&limit=${shownRuns}`,
    { every: 4_000 },
  );
  const choose = async (runId: string) => {
    const { showRun, tell } = store.getState();
    const answer = await callApi<RunDetail>(`/api/v1/runs/${runId}`);
    if (!answer.ok) return tell(failureWords(answer.failure, text));
    showRun(answer.body, true);
    onChosen();
  };
  return (
    <>
      <div className="flex-none border-line border-b px-3 py-2">
        <Switch
          label={text('editor.run.follow')}
          checked={following}
          onChange={(on) => store.getState().setFollowing(on)}
        />
      </div>
      {isPending && <Skeleton className="m-3 h-[68px]" />}
      {isError && (
        <div role="alert" className="flex items-center gap-2 p-3 text-bad">
          <span className="flex-1">{text('editor.run.listFailed')}</span>
          <Button onClick={() => void refetch()}>{text('editor.retry')}</Button>
        </div>
      )}
      {data?.items.length === 0 && <p className="p-3 text-text-2">{text('editor.run.noneYet')}</p>}
      <ul className="min-h-0 overflow-y-auto p-1 empty:hidden">
        {data?.items.map((run) => (
          <RunRow key={run.id} run={run} onChoose={() => void choose(run.id)} />
        ))}
      </ul>
    </>
  );
}

function RunRow({ run, onChoose }: { run: Listed; onChoose: () => void }) {
  const text = useText();
  const clock = useClock();
  const shown = useEditor((state) => state.run?.id === run.id);
  const { startedAt, version, event, ms } = run;
  const about = event ?? text('editor.run.noEvent');
  return (
    <li>
      <button
        type="button"
        aria-pressed={shown}
        onClick={onChoose}
        className={`grid min-h-9 w-full grid-cols-[96px_minmax(0,1fr)_auto] items-center gap-2 rounded-sm px-2 text-left max-sm:min-h-11 ${shown ? 'bg-accent-soft' : 'hover:bg-hover'}`}
      >
        <RunStatus status={run.status} quiet />
        <span className="truncate">
          {version === 0
            ? text('editor.run.testOf', { event: about })
            : text('editor.run.onVersion', { event: about, version })}
        </span>
        <span className="whitespace-nowrap text-right text-meta text-text-3 tabular-nums">
          {startedAt ? shortMoment(new Date(startedAt), clock) : ''}
          {ms === null ? '' : ` · ${duration(ms, clock.locale)}`}
        </span>
      </button>
    </li>
  );
}
