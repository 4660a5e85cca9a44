'use client';

import { Trash2, X } from 'lucide-react';
import { stepTypeHelp, stepTypeName } from '#components/steps/step-words.ts';
import { useText } from '#components/text.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { StepTile } from '../step-tile.tsx';
import { useHeld } from './fields/use-held.ts';
import type { PanelTab, StepPanelProps } from './step-panel-props.ts';

const tabs: readonly PanelTab[] = ['input', 'settings', 'output'];
const sides = ['input', 'output'] as const;

export type PanelHeadProps = StepPanelProps & {
  tab: PanelTab;
  setTab: (tab: PanelTab) => void;
  side: 'input' | 'output';
  setSide: (side: 'input' | 'output') => void;
};

/** The step's name and what can be done with it; where there is no room for all, the tabs. */
export function PanelHead(props: PanelHeadProps) {
  const text = useText();
  const { node, canEdit, tab, setTab, side, setSide } = props;
  return (
    <>
      <header className="flex min-h-[42px] flex-none flex-wrap items-center gap-2 border-line border-b py-1 pr-2 pl-3">
        <StepTile type={node.type} small />
        <NameInput {...props} />
        <span className="min-w-0 flex-1 truncate text-meta text-text-3 max-sm:hidden">
          {stepTypeName(node.type, text)} · {stepTypeHelp(node.type, text)}
        </span>
        <fieldset className="flex rounded-sm bg-press p-0.5 max-lg:hidden xl:hidden">
          <legend className="sr-only">{text('panel.side')}</legend>
          {sides.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={side === name}
              onClick={() => setSide(name)}
              className={`h-6 rounded-ctl px-2 font-medium text-meta ${side === name ? 'bg-raised text-text shadow-1' : 'text-text-2'}`}
            >
              {text(`panel.${name}`)}
            </button>
          ))}
        </fieldset>
        {canEdit && props.runButton}
        {canEdit && (
          <IconButton icon={Trash2} label={text('panel.delete')} onClick={props.onDelete} />
        )}
        <IconButton icon={X} label={text('panel.close')} onClick={props.onClose} />
      </header>
      <div className="flex flex-none gap-1 border-line border-b px-3 lg:hidden">
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={tab === name}
            onClick={() => setTab(name)}
            className={`h-9 border-b-2 px-2 font-medium max-sm:h-11 ${tab === name ? 'border-text' : 'border-transparent text-text-2'}`}
          >
            {text(`panel.${name}`)}
          </button>
        ))}
      </div>
    </>
  );
}

function NameInput({ node, canEdit, onRename, onSeal }: StepPanelProps) {
  const text = useText();
  const { shown, type, drop } = useHeld(node.name, (typed) => typed.trim() !== '', onRename);
  return (
    <input
      aria-label={text('panel.name')}
      data-undo="draft"
      value={shown}
      readOnly={!canEdit}
      maxLength={200}
      onChange={({ target }) => type(target.value)}
      onBlur={() => {
        drop();
        onSeal();
      }}
      className="-ml-1 h-7 min-w-24 max-w-[280px] rounded-sm bg-transparent px-1.5 font-semibold text-strong field-sizing-content read-only:hover:bg-transparent hover:bg-hover max-sm:max-w-[180px] max-sm:flex-1"
    />
  );
}
