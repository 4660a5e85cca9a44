'use client';

import {
  CircleCheck,
  LoaderCircle,
  Pause,
  PencilLine,
  Play,
  Radio,
  Redo2,
  Rocket,
  TriangleAlert,
  Undo2,
  WandSparkles,
} from 'lucide-react';
import { useState } from 'react';
import { callApi } from '#components/api/call-api.ts';
import { tidyUp } from '#components/editor/canvas/step-actions.ts';
import type { OpenedWorkflow } from '#components/editor/store/document.ts';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Logo } from '#components/ui/logo.tsx';
import { Status } from '#components/ui/status.tsx';
import { ProblemList } from './problem-list.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { useTestRun } from './use-test-run.ts';

type Saver = { saveNow: () => Promise<boolean> };

export function TopBar({ saveNow }: Saver) {
  const text = useText();
  const canEdit = useEditor((state) => state.canEdit);
  return (
    <header className="flex h-12 flex-none items-center gap-2 border-line border-b bg-surface pr-3 pl-3.5 max-sm:gap-1 max-sm:pr-2">
      <a
        href="/"
        aria-label={text('editor.home')}
        className="grid size-7 flex-none place-items-center rounded-sm sm:hidden"
      >
        <Logo className="size-[22px]" />
      </a>
      <NameField />
      <LiveStatus />
      <SaveWord />
      <span className="flex-1" />
      {canEdit ? <Tools saveNow={saveNow} /> : <ProblemList />}
    </header>
  );
}

function NameField() {
  const text = useText();
  const store = useEditorStore();
  const { id, name } = useEditor((state) => state.workflow);
  const canEdit = useEditor((state) => state.canEdit);
  const save = async (input: HTMLInputElement) => {
    const wanted = input.value.trim();
    if (wanted === '' || wanted === name) {
      input.value = name;
      return;
    }
    store.getState().setWorkflow({ name: wanted });
    const answer = await callApi(`/api/v1/workflows/${id}`, {
      method: 'PATCH',
      body: { name: wanted },
    });
    if (answer.ok) return;
    store.getState().setWorkflow({ name });
    input.value = name;
    store.getState().tell(text('editor.save.refused', { detail: answer.failure.detail }));
  };
  return (
    <input
      key={name}
      aria-label={text('editor.name')}
      readOnly={!canEdit}
      defaultValue={name}
      maxLength={200}
      className="-ml-1 h-7 min-w-16 max-w-[260px] rounded-sm bg-transparent px-1.5 font-semibold text-strong field-sizing-content hover:bg-hover"
      onBlur={(event) => void save(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}

const looks = {
  live: { tone: 'good', icon: Radio },
  paused: { tone: 'wait', icon: Pause },
  draft: { tone: 'idle', icon: PencilLine },
} as const;

function LiveStatus() {
  const text = useText();
  const { status, liveVersion } = useEditor((state) => state.workflow);
  const version = liveVersion === null ? '' : ` v${liveVersion}`;
  return <Status {...looks[status]}>{`${text(`status.${status}`)}${version}`}</Status>;
}

function SaveWord() {
  const text = useText();
  const state = useEditor((all) => all.saveState);
  const detail = useEditor((all) => all.saveProblem) ?? '';
  const role = useEditor((all) => all.role);
  if (role === 'viewer') {
    return <span className="text-meta text-text-3 max-lg:hidden">{text('editor.viewer')}</span>;
  }
  const isBad = state === 'unreachable' || state === 'conflict' || state === 'refused';
  return (
    <span
      role="status"
      className={`flex min-w-0 items-center gap-[5px] truncate text-meta max-sm:hidden ${isBad ? 'text-bad' : 'text-text-3'}`}
    >
      {state === 'saved' && <Icon icon={CircleCheck} size={12} />}
      {state === 'saving' && <Icon icon={LoaderCircle} size={12} />}
      {isBad && <Icon icon={TriangleAlert} size={12} />}
      {text(`editor.save.${state}`, { detail })}
    </span>
  );
}

function Tools({ saveNow }: Saver) {
  const text = useText();
  const store = useEditorStore();
  const canUndo = useEditor((state) => state.past.length > 0);
  const canRedo = useEditor((state) => state.future.length > 0);
  const [publishing, setPublishing] = useState(false);
  const { test, testing } = useTestRun(saveNow);
  return (
    <>
      <IconButton
        icon={Undo2}
        label={text('editor.undo')}
        aria-disabled={!canUndo}
        onClick={() => store.getState().undo()}
      />
      <IconButton
        icon={Redo2}
        label={text('editor.redo')}
        aria-disabled={!canRedo}
        onClick={() => store.getState().redo()}
      />
      <Button
        variant="ghost"
        icon={WandSparkles}
        className="max-lg:hidden"
        onClick={() => void tidyUp(store)}
      >
        {text('editor.tidy')}
      </Button>
      <ProblemList />
      <PauseButton />
      <Button
        icon={Play}
        busyLabel={testing && text('editor.testing')}
        className="max-sm:hidden"
        onClick={() => void test()}
      >
        {text('editor.test')}
      </Button>
      <Button variant="primary" icon={Rocket} onClick={() => setPublishing(true)}>
        {text('editor.publish')}
      </Button>
      {publishing && <PublishDialog saveNow={saveNow} onClose={() => setPublishing(false)} />}
    </>
  );
}

function PauseButton() {
  const text = useText();
  const store = useEditorStore();
  const { id, status } = useEditor((state) => state.workflow);
  if (status === 'draft') return null;
  const verb = status === 'paused' ? 'resume' : 'pause';
  const act = async () => {
    const answer = await callApi<OpenedWorkflow>(`/api/v1/workflows/${id}/${verb}`, {
      method: 'POST',
      body: {},
    });
    if (answer.ok) store.getState().setWorkflow({ status: answer.body.status });
    else store.getState().tell(answer.failure.detail || text('editor.save.unreachable'));
  };
  return (
    <Button
      variant="ghost"
      icon={verb === 'pause' ? Pause : Play}
      className="max-lg:hidden"
      onClick={() => void act()}
    >
      {text(`editor.${verb}`)}
    </Button>
  );
}
