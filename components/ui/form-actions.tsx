'use client';

import { useText } from '../text.tsx';
import { Button } from './button.tsx';

export type FormActionsProps = {
  /** The `id` of the form in the same dialog. */
  formId: string;
  submit: string;
  /** False while something needed is missing: the button stays reachable and says it is off. */
  ready: boolean;
  /** What the button says while the call is under way. */
  busyLabel: string | false;
  onCancel: () => void;
  cancel?: string;
};

/** The foot of a dialog with a form: leave it, or send it. */
export function FormActions(props: FormActionsProps) {
  const { formId, submit, ready, busyLabel, onCancel, cancel } = props;
  const text = useText();
  return (
    <>
      <Button onClick={onCancel}>{cancel ?? text('ui.cancel')}</Button>
      <Button
        type="submit"
        form={formId}
        variant="primary"
        aria-disabled={!ready}
        busyLabel={busyLabel}
      >
        {submit}
      </Button>
    </>
  );
}
