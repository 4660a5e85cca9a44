'use client';

import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useText } from '../text.tsx';
import { Alert } from './alert.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { TextInput } from './text-input.tsx';

export type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question. */
  title: string;
  /** What happens then. */
  children: ReactNode;
  verb: string;
  busyVerb: string;
  /** Resolves to what went wrong, or to nothing: then the dialog closes. */
  onConfirm: () => Promise<string | undefined>;
  /** What has to be typed before the verb works. */
  typed?: string;
  plain?: boolean;
};

/** Asks before something that can't be undone. Enter confirms, Esc leaves. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, verb, busyVerb, typed, plain } = props;
  const text = useText();
  const formId = useId();
  const form = useConfirm(props);
  return (
    <Dialog
      open={open}
      onOpenChange={form.close}
      title={title}
      actions={
        <>
          <Button onClick={() => form.close(false)}>{text('ui.cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            variant={plain ? 'primary' : 'delete'}
            aria-disabled={!form.ready}
            busyLabel={form.busy && busyVerb}
          >
            {verb}
          </Button>
        </>
      }
    >
      {children}
      <form id={formId} onSubmit={form.submit} className="contents">
        {typed !== undefined && (
          <Field label={text('ui.typeName', { name: typed })}>
            {(control) => (
              <TextInput
                {...control}
                autoComplete="off"
                value={form.given}
                onChange={(event) => form.setGiven(event.target.value)}
              />
            )}
          </Field>
        )}
      </form>
      <Alert message={form.problem} />
    </Dialog>
  );
}

function useConfirm({ typed, onConfirm, onOpenChange }: ConfirmDialogProps) {
  const [given, setGiven] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const ready = typed === undefined || given.trim() === typed.trim();

  function close(next: boolean): void {
    if (busy) return;
    setGiven('');
    setProblem(undefined);
    onOpenChange(next);
  }

  async function confirm(): Promise<void> {
    setBusy(true);
    const failed = await onConfirm();
    setBusy(false);
    setProblem(failed);
    if (failed !== undefined) return;
    setGiven('');
    onOpenChange(false);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready && !busy) void confirm();
  }

  return { given, setGiven, busy, problem, ready, close, submit };
}
