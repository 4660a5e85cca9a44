import type { Answer, NodeContext, NodeRun } from '#lib/core/execution/types.ts';
import { asNumber } from '#lib/core/expression/compare.ts';
import { preview } from '#lib/core/expression/preview.ts';
import type { Json } from '#lib/core/json.ts';
import { isAnswerHeader } from '#lib/core/request/answer-headers.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { RespondSettings } from './definition.ts';

/** An answer is kept with its run, so it can't be of any size. */
const maxBodyBytes = 1_048_576;
type Refusal = { code: string; message: string };
type Filling = NodeContext & { warnings: string[] };

export const runRespond: NodeRun<RespondSettings> = (settings, context) => {
  const warnings: string[] = [];
  const answer = answerOf(settings, { ...context, warnings });
  if (!answer.ok) {
    const error = { ...answer.error, retryable: false };
    return { kind: 'failed', error, output: null, input: null, warnings };
  }
  const { status, headers, body } = answer.value;
  const shown = { status, headers, body: preview(body) };
  const output = { status, headers };
  return { kind: 'respond', answer: answer.value, port: 'ok', output, input: shown, warnings };
};

function answerOf(settings: RespondSettings, filling: Filling): Result<Answer, Refusal> {
  const { templates, scope, warnings } = filling;
  const status = asNumber(templates.value(settings.status, scope, warnings));
  if (status === undefined || !Number.isInteger(status) || status < 200 || status > 599) {
    return err({
      code: 'invalid_value',
      message: 'The status is no whole number from 200 to 599.',
    });
  }
  const headers = headersOf(settings.headers, filling);
  if (!headers.ok) return headers;
  const body = bodyOf(templates.value(settings.body, scope, warnings));
  if (Buffer.byteLength(body.text) > maxBodyBytes) {
    return err({ code: 'answer_too_large', message: 'An answer has at most 1 MiB. Send less.' });
  }
  const typed = headers.value.some(([name]) => name.toLowerCase() === 'content-type');
  if (!typed && body.text !== '') headers.value.push(['content-type', body.type]);
  return ok({ status, headers: Object.fromEntries(headers.value), body: body.text });
}

function headersOf(
  headers: RespondSettings['headers'],
  { templates, scope, warnings }: Filling,
): Result<[string, string][], Refusal> {
  const filled: [string, string][] = [];
  for (const [name, template] of Object.entries(headers)) {
    const value = templates.header(template, scope, warnings);
    if (!value.ok || !isAnswerHeader(name, value.value)) {
      const reason = value.ok
        ? 'It holds characters that no header can carry.'
        : value.error.detail;
      return err({
        code: 'invalid_header',
        message: `The header “${name}” can't be sent. ${reason}`,
      });
    }
    filled.push([name, value.value]);
  }
  return ok(filled);
}

function bodyOf(value: Json): { text: string; type: string } {
  if (typeof value === 'string') return { text: value, type: 'text/plain; charset=utf-8' };
  return { text: JSON.stringify(value), type: 'application/json' };
}
