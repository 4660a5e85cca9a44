export type ToastMessage = {
  title: string;
  tone?: 'plain' | 'bad';
  /** One thing to do about it, such as Undo. */
  action?: { label: string; onClick: () => void };
  /** Stays longer: what it leads to takes a moment, or a thought. */
  long?: boolean;
  /** It is gone, by time, by hand or by its action (after that). */
  onClose?: () => void;
};
