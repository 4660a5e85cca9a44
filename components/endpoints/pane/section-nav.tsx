'use client';

import { useEffect, useState } from 'react';
import { useText } from '../../text.tsx';
import { classNames } from '../../ui/class-names.ts';
import { usePane } from './pane-context.ts';
import { ChangedDot } from './pane-section.tsx';
import { type PaneSectionId, paneGroups, sectionElementId, sectionTitle } from './pane-sections.ts';

/** The sections at the left of a wide pane; the one that is read is marked, changed ones carry a dot. */
export function SectionNav() {
  const text = useText();
  const { changed } = usePane();
  const current = useSectionInView();
  return (
    <nav
      aria-label={text('pane.sections')}
      className="hidden border-line border-r bg-bg min-[1440px]:block"
    >
      <div className="sticky top-0 flex flex-col gap-px px-2 py-2.5">
        {paneGroups.map(({ label, sections }) => (
          <div key={label} className="flex flex-col gap-px not-first:pt-2">
            <p className="px-2 pb-0.5 font-medium text-micro text-text-3">{text(label)}</p>
            {sections.map((id) => (
              <button
                key={id}
                type="button"
                aria-current={current === id ? 'true' : undefined}
                onClick={() => document.getElementById(sectionElementId(id))?.scrollIntoView()}
                className={classNames(
                  'flex h-7 items-center justify-between gap-2 rounded-sm px-2 text-left font-medium',
                  current === id ? 'bg-press text-text' : 'text-text-2 hover:bg-hover',
                )}
              >
                <span className="truncate">{text(sectionTitle(id))}</span>
                {changed.includes(id) && <ChangedDot />}
              </button>
            ))}
          </div>
        ))}
      </div>
    </nav>
  );
}

/** The topmost section in the upper third of the pane. */
function useSectionInView(): PaneSectionId | undefined {
  const [current, setCurrent] = useState<PaneSectionId>();
  useEffect(() => {
    const ids = paneGroups.flatMap(({ sections }) => sections);
    const seen = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) seen.add(target.id);
          else seen.delete(target.id);
        }
        setCurrent(ids.find((id) => seen.has(sectionElementId(id))));
      },
      { rootMargin: '-60px 0px -66% 0px' },
    );
    for (const id of ids) {
      const element = document.getElementById(sectionElementId(id));
      if (element) observer.observe(element);
    }
    return () => observer.disconnect();
  }, []);
  return current;
}
