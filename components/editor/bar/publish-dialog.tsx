'use client';

import { Rocket, Undo2, Zap } from 'lucide-react';
import { useRef } from 'react';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { type GraphChanges, runsAlike } from '#lib/core/graph/compare-graphs.ts';
import type { GraphProblem } from '#lib/core/graph/problem.ts';
import { textCount } from '#lib/i18n/text.ts';
import { LiveChangesList } from './live-changes-list.tsx';
import { ProblemBox } from './problem-box.tsx';
import { useLiveChanges } from './use-live-changes.ts';
import { usePublish } from './use-publish.ts';

export type PublishDialogProps = {
  saveNow: () => Promise<boolean>;
  onClose: () => void;
};

/** What goes live, what keeps it from that, and a word about it for the history. */
export function PublishDialog({ saveNow, onClose }: PublishDialogProps) {
  const text = useText();
  const { name, liveVersion } = useEditor((state) => state.workflow);
  const problems = useEditor((state) => state.problems);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const { publish, busy, failure, setNote } = usePublish({ saveNow, onClose });
  const version = (liveVersion ?? 0) + 1;
  const changes = useLiveChanges();
  const isSame = changes ? runsAlike(changes) : false;
  const blocked = errors.length > 0 || isSame;
  const noteField = useRef<HTMLTextAreaElement>(null);
  const onFix = useFix(onClose);
  return (
    <Dialog
      open
      wide
      firstFocus={noteField}
      onOpenChange={(open) => !open && onClose()}
      title={text('editor.publish.title', { name, version })}
      actions={
        <>
          <span className="flex-1 self-center text-meta text-text-3">
            {errors.length > 0 && textCount(text, 'editor.publish.toFix', errors.length)}
            {errors.length === 0 && isSame && text('editor.publish.same')}
          </span>
          <Button onClick={onClose}>{text('editor.publish.cancel')}</Button>
          <Button
            variant="primary"
            icon={Rocket}
            aria-disabled={blocked}
            busyLabel={busy && text('editor.publishing')}
            onClick={() => !blocked && void publish()}
          >
            {text('editor.publish')}
          </Button>
        </>
      }
    >
      <SinceLive changes={changes} />
      <ProblemBox title={text('editor.publish.first')} problems={errors} onFix={onFix} canDisable />
      <ProblemBox title={text('editor.publish.know')} problems={warnings} onFix={onFix} />
      <Field
        label={text('editor.publish.note')}
        aside={<span className="text-meta text-text-3">{text('editor.publish.noteHint')}</span>}
      >
        {(control) => (
          <TextArea
            {...control}
            ref={noteField}
            maxLength={2000}
            rows={2}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {failure && (
        <p role="alert" className="text-bad">
          {text('editor.publish.failed', { detail: failure })}
        </p>
      )}
      <WhatHappens version={version} liveVersion={liveVersion} />
    </Dialog>
  );
}

/** Closes the dialog and opens the dock where the problem is. */
function useFix(onClose: () => void) {
  const store = useEditorStore();
  return ({ nodeId, field }: GraphProblem) => {
    onClose();
    store.getState().select(nodeId ? [nodeId] : []);
    store.getState().openNode(nodeId ?? null, field);
  };
}

/** What differs from the version that runs now, or that this is the first. */
function SinceLive({ changes }: { changes: GraphChanges | null | undefined }) {
  const text = useText();
  if (changes === null) return <p>{text('editor.publish.lead')}</p>;
  if (!changes) return <p className="h-5" />;
  if (runsAlike(changes)) return <p>{text('editor.publish.nothing')}</p>;
  return <LiveChangesList changes={changes} />;
}

type WhatHappensProps = { version: number; liveVersion: number | null };

function WhatHappens({ version, liveVersion }: WhatHappensProps) {
  const text = useText();
  return (
    <ul className="flex flex-col gap-1 text-meta leading-[18px]">
      <li className="flex gap-2">
        <Icon icon={Zap} size={14} className="mt-0.5 text-text-3" />
        {text('editor.publish.from', { version })}
      </li>
      {liveVersion !== null && (
        <li className="flex gap-2">
          <Icon icon={Undo2} size={14} className="mt-0.5 text-text-3" />
          {text('editor.publish.back', { version: liveVersion })}
        </li>
      )}
    </ul>
  );
}
