'use client';

import { Send } from 'lucide-react';
import { useState } from 'react';
import { callApi } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import { OnwardQuestion } from '../runs/onward-question.tsx';
import type { RunDetail, RunStatus } from '../runs/run-types.ts';
import { useHeldBack } from '../runs/use-held-back.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';

export type SendAnywayProps = {
  run: { id: string; status: RunStatus };
  onSent(rerun: RunDetail): void;
};

/** Sends on what a filter of this run held back; nothing where none did. */
export function SendAnyway({ run, onSent }: SendAnywayProps) {
  const text = useText();
  const held = useHeldBack(run);
  const [from, setFrom] = useState<{ nodeId: string; name: string } | null>(null);
  if (!held) return null;
  const [first, ...others] = held.next;
  const send = async ({ nodeId }: { nodeId: string }) => {
    const path = `/api/v1/runs/${run.id}/rerun`;
    const body = { from: nodeId, version: 'same' };
    const answer = await callApi<RunDetail>(path, { method: 'POST', body });
    if (!answer.ok) return failureWords(answer.failure, text);
    onSent(answer.body);
    return undefined;
  };
  const look = { icon: Send, className: 'max-sm:flex-1', children: text('runs.onwardVerb') };
  return (
    <>
      {others.length === 0 ? (
        <Button
          {...look}
          title={first && text('runs.onward', { step: first.name })}
          onClick={() => setFrom(first ?? null)}
        />
      ) : (
        <Menu
          trigger={<Button {...look} />}
          items={held.next.map((step) => ({
            ...{ label: text('runs.onward', { step: step.name }), icon: Send },
            onSelect: () => setFrom(step),
          }))}
        />
      )}
      <OnwardQuestion
        from={from}
        filter={held.filter.name}
        onSend={send}
        onClose={() => setFrom(null)}
      />
    </>
  );
}
