'use client';

import { Equal } from 'lucide-react';
import { useState } from 'react';
import { textCount } from '#lib/i18n/text.ts';
import { useText } from '../../../text.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Select } from '../../../ui/select.tsx';
import { Status } from '../../../ui/status.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { splitPlace } from '../model/place-text.ts';
import { joinWindow, splitWindow, windowUnits } from '../model/window-text.ts';
import { usePane } from '../pane-context.ts';
import { PaneSection } from '../pane-section.tsx';
import { SettingRow } from '../setting-row.tsx';

const ways = ['event', 'header', 'body', 'content', 'off'] as const;
type Way = (typeof ways)[number];

export function DedupeSection() {
  const { draft } = usePane();
  return (
    <PaneSection id="dedupe" shown={['dedupe.from', 'dedupe.windowSeconds']} aside={<Found />}>
      <WayChoice />
      {draft.dedupe.from !== 'off' && <WindowField />}
    </PaneSection>
  );
}

function Found() {
  const text = useText();
  const { stats } = usePane();
  if (!stats || stats.duplicate === 0) return null;
  return (
    <Status tone="dup" icon={Equal}>
      {textCount(text, 'pane.dedupe.found', stats.duplicate)}
    </Status>
  );
}

function wayOf(from: string): Way {
  const { kind } = splitPlace(from);
  if (kind !== 'default') return kind;
  return ways.find((way) => way === from) ?? 'off';
}

function WayChoice() {
  const text = useText();
  const { draft, set, canEdit } = usePane();
  const { dedupe } = draft;
  const way = wayOf(dedupe.from);
  const isNamed = way === 'header' || way === 'body';
  const choose = (next: Way) =>
    set('dedupe', { ...dedupe, from: next === 'header' || next === 'body' ? `${next}:` : next });
  return (
    <SettingRow label={text('pane.dedupe.by')} field="dedupe.from">
      {(control) => (
        <div className="flex gap-1.5 max-sm:flex-col">
          <Select
            {...control}
            dense
            disabled={!canEdit}
            value={way}
            onChange={choose}
            options={ways.map((value) => ({ value, label: text(`pane.dedupe.${value}`) }))}
            className={isNamed ? 'sm:w-[150px] sm:flex-none' : ''}
          />
          {isNamed && (
            <TextInput
              dense
              aria-label={text(`pane.place.${way}.name`)}
              placeholder={text(`pane.place.${way}.name`)}
              className="min-w-0 flex-1 font-mono"
              autoComplete="off"
              spellCheck={false}
              readOnly={!canEdit}
              value={splitPlace(dedupe.from).name}
              onChange={(event) =>
                set('dedupe', { ...dedupe, from: `${way}:${event.target.value}` })
              }
            />
          )}
        </div>
      )}
    </SettingRow>
  );
}

function WindowField() {
  const text = useText();
  const { draft, set, canEdit } = usePane();
  const { dedupe } = draft;
  const [shown, setShown] = useState(() => splitWindow(dedupe.windowSeconds));
  const change = (next: Partial<typeof shown>) => {
    const { amount, unit } = { ...shown, ...next };
    setShown({ amount, unit });
    set('dedupe', { ...dedupe, windowSeconds: joinWindow(amount, unit) });
  };
  return (
    <SettingRow
      label={text('pane.dedupe.window')}
      field="dedupe.windowSeconds"
      hint={text('pane.dedupe.window.note')}
    >
      {(control) => (
        <div className="flex gap-1.5">
          <NumberInput
            {...control}
            dense
            className="w-[96px]"
            readOnly={!canEdit}
            value={shown.amount}
            onChange={(amount) => change({ amount })}
          />
          <Select
            dense
            aria={text('pane.dedupe.unit')}
            disabled={!canEdit}
            value={shown.unit}
            onChange={(unit) => change({ unit })}
            options={windowUnits.map((value) => ({ value, label: text(`pane.unit.${value}`) }))}
            className="max-w-[128px]"
          />
        </div>
      )}
    </SettingRow>
  );
}
