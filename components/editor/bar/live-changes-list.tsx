'use client';

import { ExternalLink } from 'lucide-react';
import { StepTile } from '#components/editor/step-tile.tsx';
import { useEditor } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { ChangeCounts } from '#components/versions/change-counts.tsx';
import { fieldLabel } from '#components/versions/change-words.ts';
import { MarkWord } from '#components/versions/mark-word.tsx';
import { tabHref } from '#components/workflows/workflow-tabs.tsx';
import type { GraphChanges, StepChange } from '#lib/core/graph/compare-graphs.ts';

const mostShown = 6;
const mostFields = 3;

/** What publishing would change, step by step; the values are a link away. */
export function LiveChangesList({ changes }: { changes: GraphChanges }) {
  const text = useText();
  const id = useEditor((state) => state.workflow.id);
  const { steps, vars, notes } = changes;
  const rest = steps.length - mostShown;
  return (
    <section
      aria-label={text('versions.changes')}
      className="flex flex-none flex-col rounded-md inset-ring inset-ring-line"
    >
      <div className="flex min-h-9 flex-wrap items-center gap-x-3 px-2.5">
        <ChangeCounts changes={changes} />
        <span className="flex-1" />
        <a
          href={tabHref(id, 'versions')}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-6 items-center gap-1 rounded-xs font-medium text-accent text-meta hover:underline"
        >
          {text('editor.publish.see')}
          <Icon icon={ExternalLink} size={12} />
        </a>
      </div>
      <ul>
        {steps.slice(0, mostShown).map((change) => (
          <ChangeLine key={change.id} change={change} />
        ))}
        {rest > 0 && <PlainLine>{text('editor.publish.more', { count: rest })}</PlainLine>}
        {vars.length > 0 && <PlainLine>{text('versions.vars')}</PlainLine>}
        {notes.length > 0 && <PlainLine>{text('versions.notes')}</PlainLine>}
      </ul>
    </section>
  );
}

const lineClass = 'flex min-h-8 items-center gap-2 border-line border-t px-2.5';

function ChangeLine({ change }: { change: StepChange }) {
  const text = useText();
  const { kind, node, fields } = change;
  const labels = [...new Set(fields.map(({ field }) => fieldLabel(field, change, text)))];
  const more = labels.length > mostFields ? '…' : '';
  return (
    <li className={lineClass}>
      <StepTile type={node.type} small />
      <span className="max-w-[50%] flex-none truncate font-medium text-text">{node.name}</span>
      <span className="min-w-0 flex-1 truncate text-meta text-text-3">
        {kind === 'changed' && labels.slice(0, mostFields).join(', ') + more}
      </span>
      <MarkWord mark={kind} />
    </li>
  );
}

function PlainLine({ children }: { children: string }) {
  return <li className={`${lineClass} text-meta`}>{children}</li>;
}
