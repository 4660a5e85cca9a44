'use client';

import { ArrowLeft, Redo2, Undo2, WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { tidyUp } from '#components/editor/canvas/step-actions.ts';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { LiveStatus } from './live-status.tsx';
import { MoreMenu } from './more-menu.tsx';
import { NameField } from './name-field.tsx';
import { ProblemList } from './problem-list.tsx';
import { PublishButton, useNothingToPublish } from './publish-button.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { SaveWord } from './save-word.tsx';
import { TestButton } from './test-button.tsx';
import { useBarKeys } from './use-bar-keys.ts';
import { useTestRun } from './use-test-run.ts';
import { WorkflowBar } from './workflow-bar.tsx';

export type TopBarProps = {
  saveNow: () => Promise<boolean>;
  /** Saves what isn't saved, then goes there. */
  onLeave: (href: string) => void;
};

export function TopBar({ saveNow, onLeave }: TopBarProps) {
  const id = useEditor((state) => state.workflow.id);
  const mayChange = useEditor((state) => state.role !== 'viewer');
  return (
    <WorkflowBar id={id} current="editor" onLeave={onLeave} name={<Name onLeave={onLeave} />}>
      {mayChange && <History />}
      <ProblemList />
      {mayChange && <Verbs saveNow={saveNow} />}
      <MoreMenu onLeave={onLeave} />
    </WorkflowBar>
  );
}

function Name({ onLeave }: Pick<TopBarProps, 'onLeave'>) {
  const text = useText();
  const { status, liveVersion } = useEditor((state) => state.workflow);
  return (
    <>
      <button
        type="button"
        aria-label={text('editor.workflows')}
        className="grid size-11 flex-none place-items-center rounded-sm text-text-2 sm:hidden"
        onClick={() => onLeave('/workflows')}
      >
        <Icon icon={ArrowLeft} />
      </button>
      <div className="flex min-w-0 items-center gap-2 max-sm:flex-1 max-sm:flex-col max-sm:items-start max-sm:gap-0">
        <NameField />
        <LiveStatus status={status} liveVersion={liveVersion} />
      </div>
      <SaveWord />
    </>
  );
}

function History() {
  const text = useText();
  const store = useEditorStore();
  const canUndo = useEditor((state) => state.past.length > 0);
  const canRedo = useEditor((state) => state.future.length > 0);
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
        className="max-sm:hidden"
        onClick={() => store.getState().redo()}
      />
      <Button
        variant="ghost"
        icon={WandSparkles}
        aria-label={text('editor.tidy')}
        title={text('editor.tidy')}
        className="max-xl:w-7 max-xl:px-0 max-sm:hidden"
        onClick={() => void tidyUp(store)}
      >
        <span className="max-xl:hidden">{text('editor.tidy')}</span>
      </Button>
    </>
  );
}

function Verbs({ saveNow }: Pick<TopBarProps, 'saveNow'>) {
  const text = useText();
  const [publishing, setPublishing] = useState(false);
  const { test, testing } = useTestRun(saveNow);
  const store = useEditorStore();
  const nothing = useNothingToPublish();
  const publish = () => {
    if (nothing) store.getState().tell(text('editor.publish.nothing'));
    else setPublishing(true);
  };
  useBarKeys({ onTest: () => void test(), onPublish: publish });
  return (
    <>
      <TestButton testing={testing} onTest={() => void test()} />
      <PublishButton nothing={nothing} onPublish={publish} />
      {publishing && <PublishDialog saveNow={saveNow} onClose={() => setPublishing(false)} />}
    </>
  );
}
