'use client';

import { Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
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
  /** Below the value: what to know of it. */
  children?: ReactNode;
};

/** A value that only this moment shows. */
export function ShownOnce({ title, lead, value, copyLabel, onClose, children }: ShownOnceProps) {
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
            {/* Both words have the room: nothing beside the button moves. */}
            <span className="grid *:[grid-area:1/1]">
              <span className={copied ? 'invisible' : ''}>{copyLabel}</span>
              <span className={copied ? '' : 'invisible'}>{text('ui.copied')}</span>
            </span>
          </Button>
        </>
      }
    >
      {lead && <p>{lead}</p>}
      <code className="block select-all rounded-md bg-sunken px-3 py-2 font-mono text-meta text-text [overflow-wrap:anywhere]">
        {value}
      </code>
      {children}
    </Dialog>
  );
}
