'use client';

import { Dialog } from '@base-ui/react/dialog';
import { LoaderCircle, Search } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { type Command, matching } from './command.ts';
import { PaletteList } from './palette-list.tsx';
import { useCommands } from './use-commands.ts';
import { useFound } from './use-found.ts';

export type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What was typed while this was fetched. */
  typed: () => string;
};

/** ⌘K: pages, actions, and what is found by name or text. */
export function CommandPalette({ open, onOpenChange, typed }: CommandPaletteProps) {
  const text = useText();
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-60 bg-veil" />
        <Dialog.Popup
          aria-label={text('shell.palette')}
          className="fixed top-[20%] left-1/2 z-60 flex max-h-[64dvh] w-[min(560px,calc(100vw-24px))] -translate-x-1/2 flex-col overflow-hidden rounded-lg bg-raised shadow-3 outline-none max-sm:top-3 max-sm:max-h-[calc(100dvh-24px)]"
        >
          <Palette typed={typed} onClose={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Palette({ typed, onClose }: { typed: () => string; onClose: () => void }) {
  const text = useText();
  const listId = useId();
  const [query, setQuery] = useState(typed);
  const [active, setActive] = useState(0);
  const known = useCommands();
  const { commands: found, busy, failed } = useFound(query);
  const commands = [...matching(known, query), ...found];
  const at = Math.min(active, commands.length - 1);
  const choose = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.act();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.nativeEvent.isComposing) return;
    if (by) setActive((at + by + commands.length) % Math.max(1, commands.length));
    else if (event.key === 'Enter') choose(commands[at]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="flex h-12 flex-none items-center gap-2.5 border-line border-b px-3.5">
        <Icon
          icon={busy ? LoaderCircle : Search}
          className={`text-text-3 ${busy ? 'motion-safe:animate-spin' : ''}`}
        />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={at < 0 ? undefined : `${listId}-${at}`}
          aria-label={text('shell.search')}
          placeholder={text('shell.palette.hint')}
          maxLength={200}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-strong outline-none placeholder:text-text-3 max-sm:text-title"
        />
        <Kbd>Esc</Kbd>
      </div>
      <PaletteList {...{ listId, commands, active: at, choose }} onPoint={setActive} />
      <p role="status" className="px-4 empty:hidden not-empty:pb-3 text-meta text-text-2">
        {failed && text('shell.palette.failed')}
      </p>
    </>
  );
}
