'use client';

import { Popover } from '@base-ui/react/popover';
import { ChevronDown } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { useClock } from '#components/clock.tsx';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import type { Json } from '#lib/core/json.ts';
import { clockTime, shortDay } from '#lib/i18n/time.ts';
import { type SampleChoice, useRecentRequests, useSample } from './use-sample.ts';

export type SampleMenuProps = {
  trigger: ReactElement;
  align?: 'start' | 'end';
  /** Below the list, e.g. what a test does with other services. */
  children?: React.ReactNode;
};

/** Which request templates are previewed with and Test runs: one that came, or a pasted body. */
export function SampleMenu({ trigger, align = 'start', children }: SampleMenuProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align={align} className="editor z-50">
          <Popover.Popup className="ed-pop flex max-h-[min(520px,72vh)] w-[min(380px,calc(100vw-24px))] flex-col outline-none">
            <Requests onChosen={() => setOpen(false)} />
            <PasteBody onPasted={() => setOpen(false)} />
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Requests({ onChosen }: { onChosen: () => void }) {
  const text = useText();
  const store = useEditorStore();
  const { value, failed, retry } = useRecentRequests();
  const sample = useSample();
  if (failed) {
    return (
      <div role="alert" className="flex items-center gap-2 p-3 text-bad">
        <span className="flex-1">{text('panel.input.failed')}</span>
        <Button onClick={retry}>{text('editor.retry')}</Button>
      </div>
    );
  }
  if (!value) return <Skeleton className="m-3 h-[68px]" />;
  if (value.length === 0) return <p className="p-3 text-text-2">{text('panel.input.none')}</p>;
  return (
    <ul aria-label={text('panel.input.sample')} className="min-h-0 overflow-y-auto p-1">
      {value.map((request) => (
        <li key={request.id}>
          <button
            type="button"
            aria-pressed={sample.requestId === request.id}
            onClick={() => {
              store.getState().setSample(request.id);
              onChosen();
            }}
            className={`flex min-h-8 w-full items-center gap-2 rounded-sm px-2 text-left max-sm:min-h-11 ${sample.requestId === request.id ? 'bg-accent-soft' : 'hover:bg-hover'}`}
          >
            <SampleName request={request} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function SampleName({ request }: { request: SampleChoice }) {
  const clock = useClock();
  const at = new Date(request.receivedAt);
  return (
    <>
      <span className="min-w-0 flex-1 truncate">{request.event.type ?? request.method}</span>
      <span className="whitespace-nowrap text-meta text-text-3 tabular-nums">
        {shortDay(at, clock)} {clockTime(at, clock).time}
      </span>
    </>
  );
}

function PasteBody({ onPasted }: { onPasted: () => void }) {
  const text = useText();
  const store = useEditorStore();
  const pasted = useEditor((state) => state.pasted);
  const [typed, setTyped] = useState(() => (pasted ? JSON.stringify(pasted.body, null, 2) : ''));
  const [problem, setProblem] = useState('');
  const id = useId();
  const use = () => {
    try {
      store.getState().setPasted({ body: JSON.parse(typed) as Json });
      onPasted();
    } catch (cause) {
      setProblem(text('panel.input.notJson', { detail: (cause as Error).message }));
    }
  };
  return (
    <div className="flex flex-none flex-col gap-1.5 border-line border-t p-3">
      <label htmlFor={id} className="font-medium text-meta text-text-2">
        {text('panel.input.paste')}
      </label>
      <TextArea
        id={id}
        mono
        rows={3}
        value={typed}
        aria-invalid={problem !== ''}
        placeholder={'{ "id": 1 }'}
        onChange={({ target }) => {
          setTyped(target.value);
          setProblem('');
        }}
      />
      {problem && (
        <p role="alert" className="text-bad text-meta">
          {problem}
        </p>
      )}
      <Button className="self-start" aria-disabled={typed.trim() === ''} onClick={use}>
        {text('panel.input.usePasted')}
      </Button>
    </div>
  );
}

/** Names the sample and opens the menu. */
export function SampleButton() {
  const text = useText();
  const { requestId, pasted } = useSample();
  const recent = useRecentRequests().value;
  const clock = useClock();
  const request = recent?.find(({ id }) => id === requestId);
  const time = request ? clockTime(new Date(request.receivedAt), clock).time : '';
  const named = request ? `${request.event.type ?? request.method} · ${time}` : null;
  const older = requestId ? text('panel.input.older') : text('panel.input.choose');
  const shown = pasted ? text('panel.input.pasted') : (named ?? older);
  return (
    <SampleMenu
      trigger={
        <button
          type="button"
          aria-label={text('panel.input.sampleIs', { name: shown })}
          className="flex h-7 min-w-0 items-center gap-1 rounded-sm px-1.5 text-meta text-text-2 hover:bg-hover max-sm:h-11"
        >
          <span className="truncate">{shown}</span>
          <Icon icon={ChevronDown} size={12} />
        </button>
      }
    />
  );
}
