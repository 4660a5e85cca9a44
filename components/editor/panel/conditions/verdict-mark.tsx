import { Check, Minus } from 'lucide-react';
import { Status } from '#components/ui/status.tsx';

/** What the sample says to a condition. Not to match is no fault. */
export function VerdictMark({ matched, word }: { matched: boolean; word: string }) {
  return (
    <Status tone={matched ? 'good' : 'idle'} icon={matched ? Check : Minus}>
      {word}
    </Status>
  );
}
