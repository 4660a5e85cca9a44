'use client';

import { useEffect, useRef } from 'react';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { type Command, type CommandGroup, groupLabels } from './command.ts';

export type PaletteListProps = {
  listId: string;
  commands: readonly Command[];
  active: number;
  choose: (command: Command) => void;
  onPoint: (index: number) => void;
};

type Placed = { command: Command; index: number };

/** Grouped; the field above has the keys and the focus. */
export function PaletteList(props: PaletteListProps) {
  const { listId, commands } = props;
  const text = useText();
  const groups = Map.groupBy(
    commands.map((command, index): Placed => ({ command, index })),
    ({ command }) => command.group,
  );
  return (
    <div
      id={listId}
      role="listbox"
      aria-label={text('shell.palette')}
      className="min-h-0 overflow-y-auto p-1.5"
    >
      {[...groups].map(([group, placed]) => (
        <PaletteGroup key={group} group={group} placed={placed} {...props} />
      ))}
    </div>
  );
}

type PaletteGroupProps = PaletteListProps & { group: CommandGroup; placed: Placed[] };

function PaletteGroup({ group, placed, ...rest }: PaletteGroupProps) {
  const text = useText();
  const headId = `${rest.listId}-${group}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields.
    <div role="group" aria-labelledby={headId} className="pb-1">
      <div id={headId} className="px-2 pt-2 pb-1 font-medium text-micro text-text-3">
        {text(groupLabels[group])}
      </div>
      {placed.map(({ command, index }) => (
        <Line key={command.id} {...{ command, index }} {...rest} />
      ))}
    </div>
  );
}

type LineProps = Placed & Omit<PaletteListProps, 'commands'>;

function Line({ command, index, listId, active, choose, onPoint }: LineProps) {
  const line = useRef<HTMLDivElement>(null);
  const isActive = index === active;
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: The field above has the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant marks the active one.
    <div
      ref={line}
      id={`${listId}-${index}`}
      role="option"
      aria-selected={isActive}
      onClick={() => choose(command)}
      onPointerMove={() => isActive || onPoint(index)}
      className={`flex min-h-8 items-center gap-2.5 rounded-sm px-2 max-sm:min-h-11 ${isActive ? 'bg-accent-soft' : ''}`}
    >
      <Icon icon={command.icon} className="text-text-2" />
      <span className="min-w-0 flex-none truncate max-w-[60%]">{command.label}</span>
      <span className="min-w-0 flex-1 truncate text-text-3">{command.detail}</span>
      {command.keys?.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </div>
  );
}
