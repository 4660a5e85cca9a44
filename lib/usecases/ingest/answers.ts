import { type RefusalReason, refusalStatus } from '#lib/core/errors.ts';
import type { Answer } from '#lib/core/execution/types.ts';
import { isAnswerHeader } from '#lib/core/request/answer-headers.ts';
import type { DoorAnswer } from '#lib/core/request/arrival.ts';
import type { DoorEndpoint } from '#lib/core/request/door-endpoint.ts';
import type { EndpointConfig } from '#lib/core/request/endpoint-config.ts';

const json = { 'content-type': 'application/json' };
const text = { 'content-type': 'text/plain; charset=utf-8' };
const problemJson = { 'content-type': 'application/problem+json' };

/** Worked out once per configuration. Names in lower case, so that a default is replaced, not repeated. */
export function configuredAnswer({
  status,
  headers,
  body,
}: EndpointConfig['response']): DoorEndpoint['answer'] {
  const type = body === null ? json : text;
  return { status, headers: { ...type, ...safeHeaders(headers) }, body };
}

export function acceptedAnswer(id: string, configured: DoorEndpoint['answer']): DoorAnswer {
  const { status, headers, body } = configured;
  return { status, headers, body: body ?? `{"id":"${id}","status":"accepted"}` };
}

/** What a `respond` step said, as far as an answer of the door may say it. */
export function respondedAnswer({ status, headers, body }: Answer): DoorAnswer {
  const possible = Number.isInteger(status) && status >= 200 && status <= 599;
  return { status: possible ? status : 200, headers: safeHeaders(headers), body };
}

function safeHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name, value]) => isAnswerHeader(name, value));
  return Object.fromEntries(kept.map(([name, value]) => [name.toLowerCase(), value]));
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
