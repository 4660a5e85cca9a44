'use client';

import { RotateCcw, Undo2, X } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { bytes as byteText } from '#lib/i18n/quantity.ts';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import { Tag } from '../ui/tag.tsx';
import { DraftHeaders } from './draft-headers.tsx';
import {
  changesOf,
  draftOf,
  isBrokenJson,
  type ReplayChanges,
  type RequestDraft,
  sentBody,
} from './request-draft.ts';
import type { RequestDetail } from './request-types.ts';
import type { LoadedBody } from './use-body.ts';

export type EditPaneProps = {
  request: RequestDetail;
  body: LoadedBody;
  replaying: boolean;
  onReplay(changes: ReplayChanges & { workflowId?: string }): void;
  onClose(): void;
};

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** A stored request, changed before it runs again. What isn't touched goes along byte by byte. */
export function EditPane({ request, body, replaying, onReplay, onClose }: EditPaneProps) {
  const text = useText();
  const original = useMemo(() => draftOf(request, body.bytes), [request, body]);
  const [draft, setDraft] = useState(original);
  const [workflowId, setWorkflowId] = useState('');
  const [warned, setWarned] = useState(false);
  const set = (part: Partial<RequestDraft>) => {
    setDraft({ ...draft, ...part });
    setWarned(false);
  };
  const broken = isBrokenJson(draft);
  const send = () => {
    if (replaying) return;
    if (broken && !warned) return setWarned(true);
    onReplay({ ...changesOf(draft, original), ...(workflowId && { workflowId }) });
  };
  const known = methods.includes(original.method) ? methods : [original.method, ...methods];
  return (
    <>
      <header className="flex h-[52px] flex-none items-center gap-2 border-line border-b pr-2.5 pl-4">
        <h2 className="min-w-0 flex-1 truncate font-semibold text-title">
          {text('inspector.edit')}
          <span className="pl-2 font-mono font-normal text-meta text-text-3">
            {request.event.type}
          </span>
        </h2>
        <Button variant="ghost" icon={Undo2} onClick={() => set(original)}>
          {text('inspector.undoAll')}
        </Button>
        <IconButton icon={X} label={text('ui.close')} onClick={onClose} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4">
        <Select
          label={text('inspector.method')}
          value={draft.method}
          onChange={(method) => set({ method })}
          options={known.map((method) => ({ value: method, label: method }))}
          className="max-w-40 font-mono"
        />
        <Body
          body={draft.body}
          size={body.bytes.length}
          changed={draft.body !== original.body}
          onChange={(next) => set({ body: next })}
          onTakeBack={() => set({ body: original.body })}
        />
        <BodyState
          draft={draft}
          broken={broken}
          asItCame={draft.body === original.body ? body.bytes.length : null}
        />
        <DraftHeaders headers={draft.headers} onChange={(headers) => set({ headers })} />
        <Targets request={request} value={workflowId} onChange={setWorkflowId} />
      </div>
      <footer className="flex min-h-[52px] flex-none flex-wrap items-center gap-2 border-line-2 border-t px-4 py-2">
        <p role="alert" className="min-w-0 flex-1 text-meta text-wait empty:hidden">
          {warned ? text('inspector.brokenAsk') : ''}
        </p>
        {!warned && (
          <p className="min-w-0 flex-1 text-meta text-text-3">{text('inspector.editNote')}</p>
        )}
        <Button
          variant="primary"
          icon={RotateCcw}
          busyLabel={replaying && text('inspector.replaying')}
          onClick={send}
        >
          {text(warned ? 'inspector.replayAnyway' : 'inspector.replay')}
        </Button>
      </footer>
    </>
  );
}

type BodyProps = {
  body: string | null;
  size: number;
  changed: boolean;
  onChange(body: string): void;
  onTakeBack(): void;
};

function Body({ body, size, changed, onChange, onTakeBack }: BodyProps) {
  const text = useText();
  const id = useId();
  if (body === null) {
    return (
      <p className="rounded-sm bg-sunken p-3 text-meta text-text-2">
        {text('inspector.bodyAsIs', { size: byteText(size, text.locale) })}
      </p>
    );
  }
  return (
    <div className="flex min-h-48 flex-1 flex-col gap-[5px]">
      <div className="flex min-h-6 items-center gap-2">
        <label htmlFor={id} className="font-medium text-meta text-text-2">
          {text('inspector.tab.body')}
        </label>
        {changed && (
          <>
            <Tag>{text('inspector.changed')}</Tag>
            <Button variant="ghost" size="sm" icon={Undo2} onClick={onTakeBack}>
              {text('inspector.takeBack')}
            </Button>
          </>
        )}
      </div>
      <textarea
        id={id}
        value={body}
        onChange={({ target }) => onChange(target.value)}
        spellCheck={false}
        autoCapitalize="off"
        className="min-h-44 flex-1 resize-none rounded-md bg-input px-3 py-2 font-mono text-meta leading-5 outline-none inset-ring inset-ring-line-field focus:inset-ring-focus focus:ring-2 focus:ring-focus/30"
      />
    </div>
  );
}

/** `asItCame`: the size of the bytes that go along where nobody changed the text. */
type BodyStateProps = { draft: RequestDraft; broken: boolean; asItCame: number | null };

function BodyState({ draft, broken, asItCame }: BodyStateProps) {
  const text = useText();
  const body = sentBody(draft);
  if (body === null) return null;
  const size = byteText(asItCame ?? new TextEncoder().encode(body).length, text.locale);
  return (
    <p className={`text-meta tabular-nums ${broken ? 'text-wait' : 'text-text-3'}`}>
      {text(broken ? 'inspector.brokenJson' : 'inspector.bodySize', { size })}
      {draft.oneLine !== null && !broken && ` · ${text('inspector.oneLine')}`}
    </p>
  );
}

type TargetsProps = { request: RequestDetail; value: string; onChange(id: string): void };
type Activity = { items: { workflows: { id: string; name: string; live: boolean }[] }[] };

/** A replay runs on every live workflow of the endpoint, or on one of them. */
function Targets({ request, value, onChange }: TargetsProps) {
  const text = useText();
  const { data } = useRead<Activity>(`/api/v1/endpoints/activity?ids=${request.endpointId}`);
  const live = (data?.items[0]?.workflows ?? []).filter((workflow) => workflow.live);
  if (data && live.length === 0) {
    return <p className="text-meta text-wait">{text('inspector.noLive')}</p>;
  }
  return (
    <Select
      label={text('inspector.runOn')}
      value={value || 'all'}
      onChange={(next) => onChange(next === 'all' ? '' : next)}
      options={[
        { value: 'all', label: text('inspector.runAll') },
        ...live.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
