'use client';

import { useState } from 'react';
import { TextInput, type TextInputProps } from './text-input.tsx';

export type NumberInputProps = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  /** Shown when the field appears; a new `key` makes it show another. */
  value: number;
  /** NaN while what stands there is no number. */
  onChange: (value: number) => void;
  /** Shown behind it: `s`, `MiB`. */
  unit?: string;
};

/** A number as text: what was typed stays as it is, even while it is half a number. */
export function NumberInput({ value, onChange, unit, ...rest }: NumberInputProps) {
  const [text, setText] = useState(shown(value));
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onChange(numberOf(event.target.value));
      }}
      end={unit && <span className="flex-none pr-2.5 text-meta text-text-3">{unit}</span>}
    />
  );
}

function numberOf(text: string): number {
  return /^\s*\d+(\.\d*)?\s*$/.test(text) ? Number(text) : Number.NaN;
}

function shown(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}
