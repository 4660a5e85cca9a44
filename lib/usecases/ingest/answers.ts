import { type RefusalReason, refusalStatus } from '#lib/core/errors.ts';
import type { Answer } from '#lib/core/execution/types.ts';
import type { DoorAnswer } from '#lib/core/request/arrival.ts';
import type { EndpointConfig } from '#lib/core/request/endpoint-config.ts';

const json = { 'content-type': 'application/json' };
const problemJson = { 'content-type': 'application/problem+json' };

/** What a `respond` step said, else what the endpoint is configured to say, else the contract's answer. */
export function acceptedAnswer(
  id: string,
  configured: EndpointConfig['response'],
  responded: Answer | null,
): DoorAnswer {
  if (responded) return responded;
  const { status, headers, body } = configured;
  if (body === null)
    return { status, headers: { ...json, ...headers }, body: `{"id":"${id}","status":"accepted"}` };
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body };
}

export function duplicateAnswer(id: string, duplicateOf: string): DoorAnswer {
  return {
    status: 200,
    headers: json,
    body: JSON.stringify({ id, status: 'duplicate', duplicateOf }),
  };
}

export function refusalAnswer(refusal: {
  reason: RefusalReason;
  detail: string;
  headers?: Record<string, string>;
}): DoorAnswer {
  return problemAnswer(refusalStatus[refusal.reason], refusal.reason, refusal);
}

function problemAnswer(
  status: number,
  code: string,
  { detail, headers }: { detail: string; headers?: Record<string, string> },
): DoorAnswer {
  return {
    status,
    headers: { ...problemJson, ...headers },
    body: JSON.stringify({ type: 'about:blank', title: titleOf(code), status, code, detail }),
  };
}

function titleOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const unknownAnswer = problemAnswer(404, 'not_found', {
  detail: 'There is no webhook at this address. Copy the URL again.',
});
