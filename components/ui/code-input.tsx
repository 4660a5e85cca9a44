'use client';

import { Fragment, useState } from 'react';
import { classNames } from './class-names.ts';
import type { FieldControl } from './field.tsx';

export type CodeInputProps = FieldControl & {
  name: string;
  value: string;
  onChange: (value: string) => void;
};

const length = 8;
const cells = Array.from({ length }, (_, index) => index);

/**
 * Cells that show what one transparent input over them holds: typing, pasting, autofill and screen
 * readers meet a plain text field.
 */
export function CodeInput({ name, value, onChange, ...control }: CodeInputProps) {
  const [focused, setFocused] = useState(false);
  const at = Math.min(value.length, length - 1);
  return (
    <div className="relative">
      <div aria-hidden="true" className="flex items-center gap-1.5">
        {cells.map((index) => (
          <Fragment key={index}>
            {index === length / 2 && <span className="h-0.5 w-2.5 rounded-xs bg-line-field" />}
            <span
              className={classNames(
                'flex h-12 min-w-0 flex-1 items-center justify-center rounded-md bg-input font-mono font-semibold text-page inset-ring',
                focused && index === at
                  ? 'inset-ring-focus ring-2 ring-focus/30'
                  : 'inset-ring-line-field',
              )}
            >
              {value[index] ?? (focused && index === at && <Caret />)}
            </span>
          </Fragment>
        ))}
      </div>
      <input
        {...control}
        name={name}
        value={value}
        onChange={(event) => onChange(cleanCode(event.target.value))}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        required
        className="absolute inset-0 w-full cursor-text text-title opacity-0"
      />
    </div>
  );
}

function Caret() {
  return <span className="h-[22px] w-[1.5px] bg-focus motion-safe:animate-pulse" />;
}

/** A whole link may be pasted too: then its code counts. */
function cleanCode(text: string): string {
  const code = /[?&]code=([^&\s]+)/.exec(text)?.[1] ?? text;
  return code
    .replace(/[^a-z0-9]/gi, '')
    .toUpperCase()
    .slice(0, length);
}
