'use client';

import { X } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { useText } from '../../../text.tsx';
import { classNames } from '../../../ui/class-names.ts';
import type { FieldControl } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { usePane } from '../pane-context.ts';
import { PaneSection } from '../pane-section.tsx';
import { SettingRow } from '../setting-row.tsx';

export function IpSection() {
  const text = useText();
  const { problems } = usePane();
  // The server names the wrong entry: `ipAllow.2`. It stands below the list.
  const wrong = problems.find(({ field }) => /^ipAllow[.[]?/.test(field))?.field;
  return (
    <PaneSection id="ipAllow" reasons={['ip_not_allowed']} shown={wrong ? [wrong] : []}>
      <SettingRow label={text('pane.ipAllow.label')} field={wrong ?? 'ipAllow'}>
        {(control) => <Addresses control={control} />}
      </SettingRow>
    </PaneSection>
  );
}

function Addresses({ control }: { control: FieldControl }) {
  const text = useText();
  const { endpoint, draft, set, canEdit } = usePane();
  const [typed, setTyped] = useState('');
  const list = draft.ipAllow;

  function add(given: string): void {
    const fresh = given.split(/[\s,;]+/).filter((part) => part !== '' && !list.includes(part));
    if (fresh.length > 0) set('ipAllow', [...list, ...new Set(fresh)]);
    setTyped('');
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add(typed);
    }
    if (event.key === 'Backspace' && typed === '' && list.length > 0)
      set('ipAllow', list.slice(0, -1));
  }

  function onPaste(event: ClipboardEvent): void {
    const pasted = event.clipboardData.getData('text');
    if (!/[\s,;]/.test(pasted.trim())) return;
    event.preventDefault();
    add(typed + pasted);
  }

  return (
    <div className="flex min-h-[30px] flex-wrap items-center gap-1 rounded-md bg-input p-1 inset-ring inset-ring-line-field has-[input:focus]:inset-ring-focus has-[input:focus]:ring-2 has-[input:focus]:ring-focus/30 has-aria-invalid:inset-ring-bad-solid">
      {list.map((address) => (
        <Chip
          key={address}
          address={address}
          fresh={!endpoint.ipAllow.includes(address)}
          onRemove={
            canEdit
              ? () =>
                  set(
                    'ipAllow',
                    list.filter((other) => other !== address),
                  )
              : undefined
          }
        />
      ))}
      <input
        {...control}
        readOnly={!canEdit}
        value={typed}
        placeholder={canEdit ? text('pane.ipAllow.add') : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => add(typed)}
        className="h-[22px] min-w-[120px] flex-1 bg-transparent px-1 font-mono text-meta outline-none placeholder:font-sans placeholder:text-text-3 max-sm:h-9 max-sm:text-title"
      />
    </div>
  );
}

type ChipProps = { address: string; fresh: boolean; onRemove: (() => void) | undefined };

function Chip({ address, fresh, onRemove }: ChipProps) {
  const text = useText();
  return (
    <span
      className={classNames(
        'inline-flex h-[22px] max-w-full items-center rounded-ctl pl-[7px] font-medium font-mono text-meta max-sm:h-9',
        fresh ? 'bg-accent-soft text-accent inset-ring inset-ring-accent-line' : 'bg-press',
        !onRemove && 'pr-[7px]',
      )}
    >
      <span className="truncate">{address}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={text('pane.ipAllow.remove', { address })}
          onClick={onRemove}
          className="grid size-6 flex-none place-items-center rounded-ctl hover:bg-hover max-sm:size-9"
        >
          <Icon icon={X} size={12} />
        </button>
      )}
    </span>
  );
}
