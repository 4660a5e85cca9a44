'use client';

import './editor.css';
import { useEffect, useState } from 'react';
import { ReactFlowProvider } from 'reactflow';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { useMedia } from '../ui/use-media.ts';
import { TopBar } from './bar/top-bar.tsx';
import { Canvas } from './canvas/canvas.tsx';
import { CanvasMenu } from './canvas/canvas-menu.tsx';
import { addStep } from './canvas/step-actions.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { useEditorFocus } from './focus/use-editor-focus.ts';
import { Outline } from './outline.tsx';
import { Palette } from './palette.tsx';
import { Dock } from './panel/dock.tsx';
import { RunBar } from './run/run-bar.tsx';
import { createEditorStore, type OpenEditor } from './store/create-editor-store.ts';
import { EditorProvider, useEditor, useEditorStore } from './store/editor-store.tsx';
import type { RunDetail } from './store/overlay.ts';
import { useAutosave } from './use-autosave.ts';
import { useLiveRuns } from './use-live-runs.ts';
import { useUndoKeys } from './use-undo-keys.ts';

/** The whole screen of one workflow: bar, palette, canvas. `run` is laid over the canvas. */
export function Editor({ run, ...opened }: OpenEditor & { run: RunDetail | null }) {
  const [store] = useState(() => {
    const made = createEditorStore(opened);
    if (run) made.getState().showRun(run, true);
    return made;
  });
  return (
    <EditorProvider store={store}>
      <ReactFlowProvider>
        <Screen />
      </ReactFlowProvider>
    </EditorProvider>
  );
}

function Screen() {
  const store = useEditorStore();
  const saver = useAutosave(store);
  const canEdit = useEditor((state) => state.canEdit);
  useLiveRuns(store);
  useUndoKeys();
  useSmallScreen();
  const box = useEditorFocus();
  return (
    <div ref={box} className="editor fixed inset-0 z-20 sm:left-[52px] flex flex-col bg-bg">
      <TopBar saveNow={saver.now} onLeave={saver.leave} />
      <div className="flex min-h-0 flex-1">
        {canEdit && <Palette />}
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <Canvas>
            <RunBar />
            <EmptyCanvas />
            <Spoken />
          </Canvas>
          <Dock saveNow={saver.now} />
        </div>
      </div>
      <Outline />
      <CanvasMenu />
      <ConflictDialog onSettled={saver.settle} />
    </div>
  );
}

function EmptyCanvas() {
  const text = useText();
  const store = useEditorStore();
  const empty = useEditor((state) => state.graph.nodes.length === 0);
  const canEdit = useEditor((state) => state.canEdit);
  if (!empty) return null;
  const target = { kind: 'at' as const, at: { x: 0, y: 0 } };
  return (
    <div
      data-editor-part="empty"
      className="pointer-events-none absolute inset-0 z-5 grid place-items-center p-6"
    >
      <div className="pointer-events-auto flex max-w-[360px] flex-col items-center gap-2 text-center">
        <h2 className="font-semibold text-strong">{text('editor.empty.title')}</h2>
        <p className="text-text-2">{text('editor.empty.lead')}</p>
        {canEdit && (
          <Button onClick={() => addStep(store, text, { type: 'webhook', target })}>
            {text('editor.empty.add')}
          </Button>
        )}
      </div>
    </div>
  );
}

const shownMs = 6_000;

/** What was done, for screen readers; what was refused, for everybody. */
function Spoken() {
  const { text, key, shown } = useEditor((state) => state.spoken);
  const [gone, setGone] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setGone(key), shownMs);
    return () => clearTimeout(timer);
  }, [key]);
  const visible = shown && gone !== key;
  return (
    <div
      role="status"
      className={
        visible
          ? 'absolute bottom-14 left-3 z-10 max-w-[420px] rounded-md bg-ink px-3 py-2.5 font-medium text-on-ink'
          : 'sr-only'
      }
    >
      {text}
    </div>
  );
}

function useSmallScreen() {
  const store = useEditorStore();
  const isSmall = useMedia('(max-width: 639.98px)');
  useEffect(() => store.getState().setSmall(isSmall), [store, isSmall]);
}
