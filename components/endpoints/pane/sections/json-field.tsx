'use client';

import { useState } from 'react';
import type { JsonObject } from '#lib/core/json.ts';
import { TextArea } from '../../../ui/text-area.tsx';
import { usePane } from '../pane-context.ts';
import { SettingRow } from '../setting-row.tsx';

export type JsonFieldProps = {
  label: string;
  section: 'schema' | 'metadata';
  value: JsonObject;
  rows: number;
};

/** A JSON object as text. While it can't be read the draft keeps the last one that could. */
export function JsonField({ label, section, value, rows }: JsonFieldProps) {
  const { set, setReadable, canEdit } = usePane();
  const [text, setText] = useState(() => JSON.stringify(value, null, 2));

  function change(next: string): void {
    setText(next);
    const read = readObject(next);
    setReadable(section, read !== undefined);
    if (read) set(section, read);
  }

  return (
    <SettingRow label={label} field={section}>
      {(control) => (
        <TextArea
          {...control}
          mono
          rows={rows}
          readOnly={!canEdit}
          value={text}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </SettingRow>
  );
}

function readObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}
