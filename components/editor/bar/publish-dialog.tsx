'use client';

import { Rocket, Undo2, Zap } from 'lucide-react';
import { useMemo } from 'react';
import { useRead } from '#components/api/use-read.ts';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { ChangeCounts } from '#components/versions/change-counts.tsx';
import type { VersionWithGraph } from '#components/versions/version-types.ts';
import { tabHref } from '#components/workflows/workflow-tabs.tsx';
import { compareGraphs, countChanges } from '#lib/core/graph/compare-graphs.ts';
import type { GraphProblem } from '#lib/core/graph/problem.ts';
import { textCount } from '#lib/i18n/text.ts';
import { ProblemBox } from './problem-box.tsx';
import { usePublish } from './use-publish.ts';

export type PublishDialogProps = {
  saveNow: () => Promise<boolean>;
  onLeave: (href: string) => void;
  onClose: () => void;
};

/** What goes live, what keeps it from that, and a word about it for the history. */
export function PublishDialog({ saveNow, onLeave, onClose }: PublishDialogProps) {
  const text = useText();
  const { name, liveVersion } = useEditor((state) => state.workflow);
  const problems = useEditor((state) => state.problems);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const { publish, busy, failure, setNote } = usePublish({ saveNow, onClose });
  const version = (liveVersion ?? 0) + 1;
  const blocked = errors.length > 0;
  const onFix = useFix(onClose);
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={text('editor.publish.title', { name, version })}
      actions={
        <>
          <span className="flex-1 self-center text-meta text-text-3">
            {blocked && textCount(text, 'editor.publish.toFix', errors.length)}
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
      <SinceLive onLeave={onLeave} />
      <ProblemBox title={text('editor.publish.first')} problems={errors} onFix={onFix} canDisable />
      <ProblemBox title={text('editor.publish.know')} problems={warnings} onFix={onFix} />
      <Field
        label={text('editor.publish.note')}
        aside={<span className="text-meta text-text-3">{text('editor.publish.noteHint')}</span>}
      >
        {(control) => (
          <TextArea
            {...control}
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

/** `3 added, 2 changed`, against the version that runs now. */
function SinceLive({ onLeave }: { onLeave: (href: string) => void }) {
  const text = useText();
  const { id, liveVersion } = useEditor((state) => state.workflow);
  const graph = useEditor((state) => state.graph);
  const path = liveVersion === null ? null : `/api/v1/workflows/${id}/versions/${liveVersion}`;
  const { data: live } = useRead<VersionWithGraph>(path);
  const changes = useMemo(() => live && compareGraphs(live.graph, graph), [live, graph]);
  if (liveVersion === null) return <p>{text('editor.publish.lead')}</p>;
  if (!changes) return <p className="h-5" />;
  if (countChanges(changes) === 0) return <p>{text('editor.publish.nothing')}</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      <ChangeCounts changes={changes} />
      <button
        type="button"
        className="rounded-xs font-medium text-accent text-meta hover:underline"
        onClick={() => onLeave(tabHref(id, 'versions'))}
      >
        {text('editor.publish.see')}
      </button>
    </p>
  );
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
