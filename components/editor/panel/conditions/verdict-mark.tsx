import { Check, X } from 'lucide-react';
import { Status } from '#components/ui/status.tsx';

export function VerdictMark({ matched, word }: { matched: boolean; word: string }) {
  return (
    <Status tone={matched ? 'good' : 'bad'} icon={matched ? Check : X}>
      {word}
    </Status>
  );
}
