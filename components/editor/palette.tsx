'use client';

import { GripVertical, Search } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#components/text.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { addStep, targetAfterSelection } from './canvas/step-actions.ts';
import { stepLook } from './graph/step-look.ts';
import { stepTypes } from './graph/step-types.ts';
import { StepTile } from './step-tile.tsx';
import { useEditorStore } from './store/editor-store.tsx';

/** What a step dragged from the palette carries. */
export const paletteType = 'application/x-hookline-step';
const groups = ['triggers', 'flow', 'actions'] as const;

export function Palette() {
  const text = useText();
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const found = stepTypes(text).filter(({ words }) => words.includes(wanted));
  return (
    <section
      aria-label={text('editor.palette')}
      className="flex w-[208px] flex-none flex-col overflow-y-auto border-line border-r bg-surface max-xl:w-[52px] max-sm:hidden"
    >
      <div className="px-3 pt-2.5 pb-1 max-xl:hidden">
        <TextInput
          className="h-[30px]"
          type="search"
          aria-label={text('editor.palette.find')}
          placeholder={text('editor.palette.find')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          end={<Icon icon={Search} size={14} className="mr-2 text-text-3" />}
        />
      </div>
      {groups.map((group) => {
        const inGroup = found.filter(({ type }) => stepLook(type).group === group);
        if (inGroup.length === 0) return null;
        return (
          <div key={group} className="max-xl:flex max-xl:flex-col max-xl:items-center">
            <h3 className="px-4 pt-2.5 pb-0.5 font-medium text-micro text-text-3 max-xl:sr-only">
              {text(`editor.palette.${group}`)}
            </h3>
            {inGroup.map(({ type, label, help }) => (
              <PaletteItem key={type} type={type} label={label} help={help} />
            ))}
          </div>
        );
      })}
      {found.length === 0 && (
        <p className="px-4 py-3 text-meta text-text-2">{text('editor.palette.none')}</p>
      )}
      <span className="flex-1" />
      <p className="border-line border-t px-4 pt-2.5 pb-3 text-micro text-text-3 max-xl:hidden">
        {text('editor.palette.tip')}
      </p>
    </section>
  );
}

function PaletteItem({ type, label, help }: { type: string; label: string; help: string }) {
  const text = useText();
  const store = useEditorStore();
  return (
    <button
      type="button"
      draggable
      title={help}
      className="group mx-2 flex h-8 items-center gap-[9px] rounded-sm pr-1.5 pl-2 font-medium hover:bg-hover max-xl:mx-0 max-xl:size-9 max-xl:justify-center max-xl:p-0"
      style={{ width: 'auto' }}
      onDragStart={(event) => {
        event.dataTransfer.setData(paletteType, type);
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onClick={() => addStep(store, text, { type, target: targetAfterSelection(store) })}
    >
      <StepTile type={type} small />
      <span className="max-xl:sr-only">{label}</span>
      <Icon
        icon={GripVertical}
        size={14}
        className="ml-auto text-text-3 opacity-0 group-hover:opacity-100 max-xl:hidden"
      />
    </button>
  );
}
