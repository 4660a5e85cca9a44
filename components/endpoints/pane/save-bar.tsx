'use client';

import { Undo2 } from 'lucide-react';
import { textCount } from '#lib/i18n/text.ts';
import { useText } from '../../text.tsx';
import { Button } from '../../ui/button.tsx';
import { type PaneSectionId, sectionTitle } from './pane-sections.ts';
import type { EndpointSettings, Saving } from './use-endpoint-settings.ts';

/** What would change, and the two ways on. */
export function SaveBar({ settings, saving }: { settings: EndpointSettings; saving: Saving }) {
  const text = useText();
  const { dirty, changed, unreadable } = settings;
  const count = new Set([...changed, ...unreadable]).size;
  return (
    <div className="flex min-h-7 items-center gap-2">
      <div className="flex min-w-0 flex-1 items-center gap-1.5 overflow-hidden">
        {dirty ? (
          <>
            <span className="flex-none font-medium">{textCount(text, 'pane.changes', count)}</span>
            {changed.map((section) => (
              <span
                key={section}
                className="flex-none rounded-ctl bg-accent-soft px-1.5 py-0.5 text-accent text-meta max-sm:hidden"
              >
                {text(sectionTitle(section as PaneSectionId))}
              </span>
            ))}
          </>
        ) : (
          <span className="truncate text-meta text-text-3">{text('pane.noChanges')}</span>
        )}
      </div>
      <Button
        variant="ghost"
        icon={Undo2}
        aria-disabled={!dirty}
        onClick={() => dirty && settings.undo()}
      >
        {text('ui.undo')}
      </Button>
      <Button
        variant="primary"
        aria-disabled={!dirty}
        busyLabel={saving.busy && text('ui.saving')}
        onClick={() => dirty && !saving.busy && saving.save()}
      >
        {text('ui.save')}
      </Button>
    </div>
  );
}
