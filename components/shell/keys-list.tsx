'use client';

import { useState } from 'react';
import type { TextKey } from '#lib/i18n/text.ts';
import { useText } from '../text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Switch } from '../ui/switch.tsx';
import { places } from './places.ts';
import { areSingleKeysOn, switchSingleKeys } from './single-keys.ts';

type Row = { keys: readonly string[]; label: TextKey };

const everywhere: readonly Row[] = [
  { keys: ['Mod+K'], label: 'shell.keys.palette' },
  { keys: ['/'], label: 'shell.keys.search' },
  { keys: ['?'], label: 'shell.keys.list' },
  { keys: ['Esc'], label: 'shell.keys.back' },
  ...places.map(({ key, label }) => ({ keys: ['G', key], label })),
];
const requests: readonly Row[] = [
  { keys: ['J', 'K'], label: 'shell.keys.move' },
  { keys: ['R'], label: 'shell.keys.replay' },
  { keys: ['E'], label: 'shell.keys.edit' },
  { keys: ['C'], label: 'shell.keys.curl' },
  { keys: ['Space'], label: 'shell.keys.pause' },
  { keys: ['1', '7'], label: 'shell.keys.tabs' },
];
const canvas: readonly Row[] = [
  { keys: ['Tab'], label: 'shell.keys.nextStep' },
  { keys: ['←', '↑', '→', '↓'], label: 'shell.keys.moveStep' },
  { keys: ['A'], label: 'shell.keys.add' },
  { keys: ['C'], label: 'shell.keys.connect' },
  { keys: ['X'], label: 'shell.keys.disconnect' },
  { keys: ['Enter'], label: 'shell.keys.settings' },
  { keys: ['F2'], label: 'shell.keys.rename' },
  { keys: ['Backspace'], label: 'shell.keys.delete' },
  { keys: ['D'], label: 'shell.keys.disable' },
  { keys: ['Mod+D'], label: 'shell.keys.duplicate' },
  { keys: ['Mod+C', 'Mod+V'], label: 'shell.keys.copy' },
  { keys: ['Mod+A'], label: 'shell.keys.all' },
  { keys: ['Mod+Z', 'Mod+Shift+Z'], label: 'shell.keys.undo' },
  { keys: ['N'], label: 'shell.keys.note' },
  { keys: ['Shift+T'], label: 'shell.keys.tidy' },
  { keys: ['Shift+1'], label: 'shell.keys.fit' },
  { keys: ['+', '-'], label: 'shell.keys.zoom' },
  { keys: ['F'], label: 'shell.keys.find' },
  { keys: ['Mod+I'], label: 'shell.keys.insert' },
  { keys: ['Mod+Enter'], label: 'shell.keys.test' },
  { keys: ['Mod+Shift+P'], label: 'shell.keys.publish' },
];

export type KeysListProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Every key, and the switch that lets single keys rest. */
export function KeysList({ open, onOpenChange }: KeysListProps) {
  const text = useText();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={text('shell.keys')} wide>
      <SingleKeys />
      <div className="grid grid-cols-2 gap-x-8 gap-y-4 max-sm:grid-cols-1">
        <div className="flex flex-col gap-4">
          <Group title={text('shell.keys.everywhere')} rows={everywhere} />
          <Group title={text('shell.keys.requests')} rows={requests} />
        </div>
        <Group title={text('shell.keys.canvas')} rows={canvas} />
      </div>
    </Dialog>
  );
}

function SingleKeys() {
  const text = useText();
  const [on, setOn] = useState(areSingleKeysOn);
  const change = (next: boolean) => {
    switchSingleKeys(next);
    setOn(next);
  };
  return (
    <div>
      <Switch checked={on} onChange={change} label={text('shell.keys.single')} />
      <p className="text-meta text-text-3">{text('shell.keys.singleHelp')}</p>
    </div>
  );
}

function Group({ title, rows }: { title: string; rows: readonly Row[] }) {
  const text = useText();
  return (
    <section>
      <h3 className="pb-1 font-medium text-micro text-text-3">{title}</h3>
      <dl>
        {rows.map(({ keys, label }) => (
          <div key={label} className="flex min-h-7 items-center justify-between gap-3">
            <dt className="text-text">{text(label)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
