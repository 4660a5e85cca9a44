'use client';

import { useState } from 'react';
import type { ApiAnswer } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import { useText } from '../text.tsx';

/** One call at a time: whether it is under way, and in words why the last one failed. */
export function useCall() {
  const text = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  /** What came back; undefined where it failed or another call is under way. Null wasn't even sent. */
  const run = async <T>(call: () => Promise<ApiAnswer<T> | null>): Promise<T | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    setProblem(undefined);
    const answer = await call();
    setBusy(false);
    if (answer?.ok) return answer.body;
    setProblem(answer ? failureWords(answer.failure, text) : text('ui.unreachable'));
    return undefined;
  };
  return { busy, problem, run };
}
