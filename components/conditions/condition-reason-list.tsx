'use client';

import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../text.tsx';
import { Icon } from '../ui/icon.tsx';
import type { ConditionReason, Reason, ReasonGroup, ReasonRow } from './condition-reasons.ts';
import { conditionParts } from './condition-sentence.ts';

export type ConditionReasonListProps = {
  reasons: readonly ConditionReason[];
  /** What the raw value is called. */
  rawName: string;
  /** The raw value, folded away under the words. */
  children: ReactNode;
};

/** Why a filter or a switch decided as it did: each condition in words, and whether it held. */
export function ConditionReasonList({ reasons, rawName, children }: ConditionReasonListProps) {
  const text = useText();
  return (
    <section aria-label={text('condition.title')} className="flex min-w-0 flex-col gap-2">
      <h3 className="font-semibold">{text('condition.title')}</h3>
      {reasons.map(({ caseName, reason }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a kept trace never changes its order
        <div key={at} className="flex min-w-0 flex-col gap-1">
          {caseName !== null && (
            <p className="flex items-center gap-1.5 font-medium">
              <Held matched={reason.matched} />
              {text('condition.case', { name: caseName })}
            </p>
          )}
          <Part reason={reason} root />
        </div>
      ))}
      <details>
        <summary className="py-1 text-meta text-text-2">
          {text('condition.asData', { name: rawName })}
        </summary>
        {children}
      </details>
    </section>
  );
}

function Part({ reason, root }: { reason: Reason; root?: boolean }) {
  return reason.kind === 'group' ? (
    <Group group={reason} {...(root && { root })} />
  ) : (
    <Row row={reason} />
  );
}

function Group({ group, root }: { group: ReasonGroup; root?: boolean }) {
  const text = useText();
  const { mode, parts, matched } = group;
  if (root && parts.length === 0) {
    return (
      <p className="text-text-2">{text(matched ? 'condition.everything' : 'condition.nothing')}</p>
    );
  }
  const isPlain = root && parts.length === 1;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {!isPlain && (
        <p className="flex items-center gap-1.5 text-meta text-text-2">
          <Held matched={matched} />
          {text(`condition.${mode}.of`)}
        </p>
      )}
      <ul
        className={`flex min-w-0 flex-col gap-1 ${isPlain ? '' : 'ml-[6.5px] border-line border-l pl-3'}`}
      >
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a kept trace never changes its order
          <li key={at} className="min-w-0">
            <Part reason={part} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row({ row }: { row: ReasonRow }) {
  const text = useText();
  const { was, matched, note } = row;
  return (
    <div className="flex min-w-0 items-start gap-1.5">
      <Held matched={matched} />
      <div className="wrap-anywhere min-w-0">
        {conditionParts(row, text).map(({ kind, text: said }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a kept condition never changes its order
          <span key={at} className={kind === 'words' ? undefined : 'font-mono text-meta'}>
            {said}
          </span>
        ))}
        {was !== undefined && (
          <span className="text-text-2">
            {' —\u00a0'}
            {was === null ? text('condition.wasMissing') : text('condition.was', { value: was })}
          </span>
        )}
        {note !== null && <p className="text-meta text-wait">{note}</p>}
      </div>
    </div>
  );
}

function Held({ matched }: { matched: boolean }) {
  const text = useText();
  return (
    <span className={`mt-[3px] flex-none ${matched ? 'text-good' : 'text-bad'}`}>
      <Icon icon={matched ? Check : X} size={14} />
      <span className="sr-only">
        {text(matched ? 'condition.matches' : 'condition.not.matches')}
      </span>
    </span>
  );
}
