'use client';

import { CircleX, History, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { callApi } from '#components/api/call-api.ts';
import { failureWords } from '#components/api/failure-words.ts';
import { useClock } from '#components/clock.tsx';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Status } from '#components/ui/status.tsx';
import { textCount } from '#lib/i18n/text.ts';
import { clockTime } from '#lib/i18n/time.ts';
import type { RunShown } from '../store/overlay.ts';
import { RunPicker } from './run-picker.tsx';
import { RunStatus } from './run-status.tsx';

/** Names the run that lies over the canvas, until it is closed, and leads to others. */
export function RunBar() {
  const text = useText();
  const store = useEditorStore();
  const run = useEditor((state) => state.run);
  if (!run) {
    return (
      <div className="absolute top-3 left-3 z-5">
        <RunPicker label={text('editor.run.runs')} icon={History} boxed />
      </div>
    );
  }
  return (
    <section
      aria-label={text('editor.run.region')}
      className="ed-pop absolute top-3 left-3 z-5 flex min-h-9 max-w-[calc(100%-24px)] items-center gap-2 pr-1 pl-3 max-sm:right-3"
    >
      <RunStatus status={run.status} />
      <RunName run={run} />
      <FailedSteps />
      <span aria-hidden="true" className="h-5 w-px bg-line max-sm:hidden" />
      <ReplayButton run={run} />
      <RunPicker label={text('editor.run.others')} />
      <a
        href={`/runs/${run.id}`}
        className={`${buttonClass({ variant: 'ghost', size: 'sm' })} max-lg:hidden`}
      >
        {text('editor.run.open')}
      </a>
      <IconButton
        icon={X}
        label={text('editor.run.hide')}
        onClick={() => store.getState().hideRun()}
      />
    </section>
  );
}

function RunName({ run }: { run: RunShown }) {
  const text = useText();
  const clock = useClock();
  const { startedAt, version } = run;
  const time = startedAt ? clockTime(new Date(startedAt), clock).time : '';
  return (
    <>
      <span className="truncate font-semibold tabular-nums">
        {text('editor.run.title', { time })}
      </span>
      {version !== null && (
        <span className="truncate text-meta text-text-3 max-sm:hidden">
          {version === 0 ? text('editor.run.draft') : text('editor.run.version', { version })}
        </span>
      )}
    </>
  );
}

function FailedSteps() {
  const text = useText();
  const failed = useEditor(
    ({ steps }) => [...steps.values()].filter(({ status }) => status === 'failed').length,
  );
  if (failed === 0) return null;
  return (
    <span className="max-sm:hidden">
      <Status tone="bad" icon={CircleX}>
        {textCount(text, 'editor.run.failedSteps', failed)}
      </Status>
    </span>
  );
}

/** The request once more, on what is live now; the new run is followed. */
function ReplayButton({ run }: { run: RunShown }) {
  const text = useText();
  const store = useEditorStore();
  const [busy, setBusy] = useState(false);
  const mayReplay = useEditor(({ role, workflow }) => {
    return role !== 'viewer' && workflow.liveVersion !== null;
  });
  if (!mayReplay || run.requestId === null || run.version === 0) return null;
  const replay = async () => {
    if (busy) return;
    setBusy(true);
    const { awaitRun, tell, workflow } = store.getState();
    awaitRun();
    const path = `/api/v1/requests/${run.requestId}/replay`;
    const answer = await callApi(path, { method: 'POST', body: { workflowId: workflow.id } });
    setBusy(false);
    if (!answer.ok) tell(failureWords(answer.failure, text));
  };
  return (
    <Button
      variant="ghost"
      size="sm"
      icon={RotateCcw}
      className="max-sm:hidden"
      busyLabel={busy && text('editor.run.replaying')}
      onClick={() => void replay()}
    >
      {text('editor.run.replay')}
    </Button>
  );
}
