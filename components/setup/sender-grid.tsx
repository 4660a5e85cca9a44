'use client';

import { Check, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../text.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { SenderMark } from '../ui/sender-mark.tsx';
import type { Provider } from './setup-types.ts';

export type SenderGridProps = {
  providers: readonly Provider[];
  search: string;
  /** A sender's id; `own`; null before the choice. */
  chosen: string | null;
  disabled: boolean;
  onPick(sender: Provider | 'own'): void;
};

/** The senders that are known, in the catalogue's order, and a service of one's own at the end. */
export function SenderGrid(props: SenderGridProps) {
  const { providers, search, chosen, disabled, onPick } = props;
  const text = useText();
  const wanted = search.trim().toLowerCase();
  const found = providers.filter(
    ({ id, label }) => label.toLowerCase().includes(wanted) || id.includes(wanted),
  );
  return (
    <>
      <fieldset
        aria-label={text('setup.sender')}
        className="grid grid-cols-2 gap-2 md:grid-cols-3 xl:grid-cols-4"
      >
        {found.map((provider) => (
          <Tile
            key={provider.id}
            chosen={chosen === provider.id}
            disabled={disabled}
            mark={<SenderMark initials={provider.initials} tint={provider.tint} large />}
            label={provider.label}
            onPick={() => onPick(provider)}
          />
        ))}
        <Tile
          chosen={chosen === 'own'}
          disabled={disabled}
          mark={<SenderMark initials="{}" tint="slate" large />}
          label={text('setup.own')}
          onPick={() => onPick('own')}
        />
      </fieldset>
      <div className="pt-2.5" aria-live="polite">
        <Note icon={Info}>
          {text(found.length === 0 ? 'setup.sender.none' : 'setup.sender.other')}
        </Note>
      </div>
    </>
  );
}

type TileProps = {
  chosen: boolean;
  disabled: boolean;
  mark: ReactNode;
  label: string;
  onPick(): void;
};

function Tile({ chosen, disabled, mark, label, onPick }: TileProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      disabled={disabled}
      onClick={onPick}
      className={classNames(
        'flex h-11 min-w-0 items-center gap-2.5 rounded-md pr-2.5 pl-2 text-left font-medium disabled:opacity-60',
        chosen
          ? 'bg-accent-soft inset-ring-2 inset-ring-accent-solid'
          : 'inset-ring inset-ring-line-2 hover:bg-hover',
      )}
    >
      {mark}
      <span className="line-clamp-2 min-w-0 flex-1 leading-4">{label}</span>
      {chosen && (
        <span className="grid size-4 flex-none place-items-center rounded-full bg-accent-solid text-on-accent">
          <Icon icon={Check} size={12} />
        </span>
      )}
    </button>
  );
}
