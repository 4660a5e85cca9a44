'use client';

import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../text.tsx';
import { Button } from './button.tsx';
import { copyText } from './copy-text.ts';
import { Dialog } from './dialog.tsx';

export type ShownOnceProps = {
  title: string;
  lead?: string;
  value: string;
  copyLabel: string;
  onClose: () => void;
};

/** A value that only this moment shows. */
export function ShownOnce({ title, lead, value, copyLabel, onClose }: ShownOnceProps) {
  const text = useText();
  const [copied, setCopied] = useState(false);
  const copy = async () => setCopied(await copyText(value));
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{text('ui.close')}</Button>
          <Button variant="primary" icon={Copy} onClick={() => void copy()}>
            {copied ? text('ui.copied') : copyLabel}
          </Button>
        </>
      }
    >
      {lead && <p>{lead}</p>}
      <code className="block select-all rounded-md bg-sunken px-3 py-2 font-mono text-meta text-text [overflow-wrap:anywhere]">
        {value}
      </code>
    </Dialog>
  );
}
