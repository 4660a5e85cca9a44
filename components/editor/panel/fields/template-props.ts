import type { FillAs } from '../model/live-result.ts';

export type TemplateInputProps = {
  /** Its name for those who listen. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  fill?: FillAs;
  multiline?: boolean;
  placeholder?: string;
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
};

/** Where somebody was writing in the plain field when the rich one took its place. */
export type Caret = { from: number; to: number };
