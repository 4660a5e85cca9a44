'use client';

import { useText } from '../../../text.tsx';
import { Select } from '../../../ui/select.tsx';

const overlaps = ['0', '3600', '86400', '259200'] as const;
/** Seconds, as text: that is what a select holds. */
export type Overlap = (typeof overlaps)[number];

export type OverlapChoiceProps = {
  label: string;
  value: Overlap;
  onChange: (value: Overlap) => void;
};

/** How much longer the old one works beside the new one. */
export function OverlapChoice({ label, value, onChange }: OverlapChoiceProps) {
  const text = useText();
  const options = overlaps.map((seconds) => ({
    value: seconds,
    label: text(`pane.overlap.${seconds}`),
  }));
  return <Select label={label} value={value} onChange={onChange} options={options} />;
}
