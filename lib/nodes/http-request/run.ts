import type {
  ConnectionSecret,
  NodeContext,
  NodeOutcome,
  NodeRun,
  OutboundResponse,
  StepError,
} from '#lib/core/execution/types.ts';
import type { Json } from '#lib/core/json.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { buildRequest, type Call } from './build-request.ts';
import type { Refusal } from './fill-fields.ts';
import { withoutPassword } from './fill-url.ts';
import { readBody, responseOutput } from './read-response.ts';
import type { HttpRequestSettings } from './settings.ts';
import { isSuccess, statusError } from './status.ts';

const maxRedirects = 5;

/**
 * The idempotency key is the effect's own, so a call made again after a crash or a failed attempt can
 * be told by the receiver.
 */
export const runHttpRequest: NodeRun<HttpRequestSettings> = async (settings, context) => {
  const warnings: string[] = [];
  const fail = (error: StepError, input: Json, output: Json = null): NodeOutcome => ({
    kind: 'failed',
    error,
    output,
    input,
    warnings,
  });
  const secret = await connectionOf(settings.connectionId, context);
  if (!secret.ok) return fail({ ...secret.error, retryable: false }, { method: settings.method });
  const built = buildRequest({ settings, context, secret: secret.value, warnings });
  if (!built.ok) return fail({ ...built.error, retryable: false }, { method: settings.method });
  const input = { method: settings.method, ...built.value.shown };
  const response = await context.send(outbound(settings, built.value, context.signal));
  if (!response.ok) return fail(response.error, input);
  const read = readBody(response.value, settings.responseType);
  const url = shownUrl(built.value, response.value);
  const output = responseOutput(response.value, read.body, url);
  const { status } = response.value;
  if (!isSuccess(status, settings.successStatuses)) {
    const retryAfter = response.value.headers['retry-after'];
    const answer = { host: new URL(response.value.url).host, retryAfter, now: context.now };
    return fail(statusError(status, answer), input, output);
  }
  if (read.problem && settings.responseType === 'json') {
    return fail(
      { code: 'invalid_response', message: read.problem, retryable: false },
      input,
      output,
    );
  }
  if (read.problem) warnings.push(read.problem);
  if (response.value.truncated)
    warnings.push('The answer was longer than the limit; its head is kept.');
  return { kind: 'done', port: 'ok', output, input, warnings };
};

async function connectionOf(
  id: string | undefined,
  context: NodeContext,
): Promise<Result<ConnectionSecret | undefined, Refusal>> {
  if (id === undefined) return ok(undefined);
  const secret = await context.connection(id);
  if (secret) return ok(secret);
  const message = 'The connection of this step is gone. Choose another in its settings.';
  return err({ code: 'connection_missing', message });
}

function outbound(settings: HttpRequestSettings, call: Call, signal: AbortSignal) {
  return {
    method: settings.method,
    url: call.url,
    headers: call.headers,
    body: call.body,
    timeoutMs: Math.round(settings.timeoutSeconds * 1000),
    maxResponseBytes: settings.maxResponseBytes,
    maxRedirects: settings.followRedirects ? maxRedirects : 0,
    credentialHeaders: call.credentialHeaders,
    signal,
  };
}

/** Where the call ended up, unless that is where it went: then without the secrets it went with. */
function shownUrl(call: Call, response: OutboundResponse): string {
  return response.url === call.url ? call.shown.url : withoutPassword(response.url);
}
