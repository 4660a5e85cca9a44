'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../../text.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { type ChangeResponse, usePane } from '../pane-context.ts';
import { SettingRow } from '../setting-row.tsx';

type Row = { key: number; name: string; value: string };

/** The headers of the answer. Rows keep their order and their half-typed names; the draft has the named ones. */
export function HeaderRows({ change }: { change: ChangeResponse }) {
  const text = useText();
  const { draft, problems, canEdit } = usePane();
  const [rows, setRows] = useState<Row[]>(() =>
    Object.entries(draft.response.headers).map(([name, value], key) => ({ key, name, value })),
  );
  const wrong = problems.find(({ field }) => field.startsWith('response.headers'))?.field;

  function update(next: Row[]): void {
    setRows(next);
    const filled = next.filter(({ name, value }) => name !== '' || value !== '');
    change({ headers: Object.fromEntries(filled.map(({ name, value }) => [name, value])) });
  }

  const add = () => {
    const key = Math.max(0, ...rows.map((row) => row.key)) + 1;
    update([...rows, { key, name: '', value: '' }]);
  };

  return (
    <SettingRow label={text('pane.response.headers')} field={wrong ?? 'response.headers'}>
      {(control) => (
        <div className="flex flex-col items-start gap-1.5">
          {rows.map((row, index) => (
            <HeaderRow
              key={row.key}
              n={index + 1}
              row={row}
              onChange={(next) => update(rows.map((old) => (old.key === row.key ? next : old)))}
              onRemove={() => update(rows.filter((old) => old.key !== row.key))}
            />
          ))}
          {canEdit ? (
            <Button id={control.id} size="sm" variant="ghost" icon={Plus} onClick={add}>
              {text('pane.response.addHeader')}
            </Button>
          ) : (
            rows.length === 0 && <span className="text-text-3">–</span>
          )}
        </div>
      )}
    </SettingRow>
  );
}

type HeaderRowProps = {
  n: number;
  row: Row;
  onChange: (row: Row) => void;
  onRemove: () => void;
};

function HeaderRow({ n, row, onChange, onRemove }: HeaderRowProps) {
  const text = useText();
  const { canEdit } = usePane();
  const shared = { dense: true, autoComplete: 'off', spellCheck: false, readOnly: !canEdit };
  return (
    <div className="flex w-full items-center gap-1.5">
      <TextInput
        {...shared}
        aria-label={text('pane.response.headerName', { n })}
        value={row.name}
        onChange={(event) => onChange({ ...row, name: event.target.value })}
        className="w-[38%] font-mono"
      />
      <TextInput
        {...shared}
        aria-label={text('pane.response.headerValue', { n })}
        value={row.value}
        onChange={(event) => onChange({ ...row, value: event.target.value })}
        className="min-w-0 flex-1 font-mono"
      />
      {canEdit && (
        <IconButton
          icon={X}
          label={text('pane.response.removeHeader', { n })}
          onClick={onRemove}
          className="-mr-1"
        />
      )}
    </div>
  );
}
