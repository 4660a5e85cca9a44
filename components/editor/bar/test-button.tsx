'use client';

import { ChevronDown, Play } from 'lucide-react';
import { SampleMenu } from '#components/editor/panel/input/sample-menu.tsx';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';

export type TestButtonProps = { testing: boolean; onTest: () => void };

/** Runs the draft; beside it, with what, and whether other services are really called. */
export function TestButton({ testing, onTest }: TestButtonProps) {
  const text = useText();
  return (
    <div className="flex flex-none max-sm:hidden">
      <Button
        icon={Play}
        className="rounded-r-none!"
        busyLabel={testing && text('editor.testing')}
        onClick={onTest}
      >
        {text('editor.test')}
      </Button>
      <SampleMenu
        align="end"
        trigger={
          <button
            type="button"
            aria-label={text('editor.test.options')}
            title={text('editor.test.options')}
            className="-ml-px grid h-7 w-6 place-items-center rounded-r-sm bg-control shadow-1 inset-ring inset-ring-line-2 hover:bg-sunken"
          >
            <Icon icon={ChevronDown} size={14} />
          </button>
        }
      >
        <Effects />
      </SampleMenu>
    </div>
  );
}

function Effects() {
  const text = useText();
  const store = useEditorStore();
  const effects = useEditor((state) => state.effects);
  return (
    <fieldset className="flex flex-none flex-col border-line border-t px-3 py-2">
      <legend className="sr-only">{text('editor.test.effects')}</legend>
      {(['real', 'stub'] as const).map((one) => (
        <label key={one} className="flex min-h-7 items-center gap-2 max-sm:min-h-11">
          <input
            type="radio"
            name="test-effects"
            className="size-4"
            checked={effects === one}
            onChange={() => store.getState().setEffects(one)}
          />
          {text(`editor.test.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}
