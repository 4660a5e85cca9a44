'use client';

import { useEffect, useState } from 'react';
import { callApi } from '../api/call-api.ts';
import { copyAsCurl } from '../inspector/request-actions.ts';
import type { RequestDetail, RequestSummary } from '../inspector/request-types.ts';
import { useText } from '../text.tsx';

const shownForMs = 1500;

/** The request that came, as a command that sends it again. */
export function useCopyRequest(request: RequestSummary) {
  const text = useText();
  const [copied, setCopied] = useState(false);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shownForMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const run = async () => {
    setProblem(undefined);
    const answer = await callApi<RequestDetail>(`/api/v1/requests/${request.id}`);
    const made = answer.ok ? await copyAsCurl(answer.body).catch(() => null) : null;
    const done = made?.ok === true && made.copied;
    setCopied(done);
    if (!done) setProblem(text('setup.copyFailed'));
  };
  return { copied, problem, run };
}
