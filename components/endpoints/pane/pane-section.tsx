'use client';

import type { ReactNode } from 'react';
import { textCount } from '#lib/i18n/text.ts';
import { useText } from '../../text.tsx';
import { Alert } from '../../ui/alert.tsx';
import { sectionOf } from '../endpoint-draft.ts';
import { usePane } from './pane-context.ts';
import { type PaneSectionId, sectionElementId, sectionTitle } from './pane-sections.ts';

export type PaneSectionProps = {
  id: PaneSectionId;
  /** At the right of the title. */
  aside?: ReactNode;
  /** Of refusals that this section causes: how many there were is said beside the title. */
  reasons?: readonly string[];
  /** Fields that show their problems themselves; the section says the rest. */
  shown?: readonly string[];
  children: ReactNode;
};

export function PaneSection({ id, aside, reasons = [], shown = [], children }: PaneSectionProps) {
  const text = useText();
  const { changed, problems } = usePane();
  const headId = `${sectionElementId(id)}-title`;
  const rest = problems.filter(({ field }) => sectionOf(field) === id && !shown.includes(field));
  return (
    <section
      id={sectionElementId(id)}
      aria-labelledby={headId}
      className="scroll-mt-2 border-line border-b px-5 pt-4 pb-5 last:border-b-0 max-sm:px-4"
    >
      <header className="mb-2.5 flex min-h-7 items-center gap-2">
        <h3 id={headId} className="flex-none font-semibold text-strong">
          {text(sectionTitle(id))}
        </h3>
        {changed.includes(id) && <ChangedDot />}
        <p className="min-w-0 flex-1 text-meta text-text-3">
          {text(`${sectionTitle(id)}.note` as 'pane.methods.note')}
        </p>
        <Refused reasons={reasons} />
        {aside}
      </header>
      {children}
      <div className="has-[p]:mt-2.5">
        <Alert message={rest[0]?.message} />
      </div>
    </section>
  );
}

/** In the list of sections and at the title: this section differs from what is in force. */
export function ChangedDot() {
  const text = useText();
  return (
    <span className="size-1.5 flex-none rounded-full bg-accent-solid" title={text('pane.changed')}>
      <span className="sr-only">{text('pane.changed')}</span>
    </span>
  );
}

function Refused({ reasons }: { reasons: readonly string[] }) {
  const text = useText();
  const { stats } = usePane();
  const count = reasons.reduce((sum, reason) => sum + (stats?.byReason[reason] ?? 0), 0);
  if (count === 0) return null;
  return (
    <span className="flex-none text-bad text-meta">{textCount(text, 'pane.refused', count)}</span>
  );
}
