import type { ConnectionSecret, NodeContext } from '#lib/core/execution/types.ts';
import { encodeForUrl } from '#lib/core/expression/render.ts';
import type { Json } from '#lib/core/json.ts';
import { ok, type Result } from '#lib/core/result.ts';
import { bodyOf, contentType } from './fill-body.ts';
import type { Refusal } from './fill-fields.ts';
import {
  credentialHeader,
  defaultHeaders,
  headersOf,
  mask,
  maskedHeaders,
  setDefaults,
} from './fill-headers.ts';
import { appendQuery, urlOf, withoutPassword } from './fill-url.ts';
import { isCredentialHeader } from './header-names.ts';
import type { HttpRequestSettings } from './settings.ts';

export type Call = {
  url: string;
  headers: Record<string, string>;
  body: string | null;
  credentialHeaders: string[];
  /** What a person may see of it: no secrets, the body before it became bytes. */
  shown: { url: string; headers: Record<string, string>; body: Json };
};
type Input = {
  settings: HttpRequestSettings;
  context: NodeContext;
  secret: ConnectionSecret | undefined;
  warnings: string[];
};

/** The call as it goes out. Fails with `invalid_url` or `invalid_header`. */
export function buildRequest(input: Input): Result<Call, Refusal> {
  const { settings, context, secret, warnings } = input;
  const filling = { templates: context.templates, scope: context.scope, warnings };
  const url = urlOf(settings, filling);
  if (!url.ok) return url;
  const body = bodyOf(settings.body, filling);
  const headers = headersOf(settings.headers, filling);
  if (!headers.ok) return headers;
  const sent = headers.value;
  const shown = maskedHeaders(sent);
  setDefaults([sent, shown], { ...defaultHeaders(context), ...contentType(body) });
  const call: Call = {
    url: url.value,
    headers: sent,
    body: body.sent,
    credentialHeaders: Object.keys(sent).filter(isCredentialHeader),
    shown: { url: withoutPassword(url.value), headers: shown, body: body.shown },
  };
  return secret ? withCredentials(call, secret) : ok(call);
}

/** The connection wins over a header of the same name. */
function withCredentials(call: Call, secret: ConnectionSecret): Result<Call, Refusal> {
  const { shown } = call;
  if (secret.type === 'query') {
    const name = encodeForUrl(secret.name);
    const url = appendQuery(call.url, [[name, encodeForUrl(secret.value)]]);
    return ok({ ...call, url, shown: { ...shown, url: appendQuery(shown.url, [[name, mask]]) } });
  }
  const header = credentialHeader(secret);
  if (!header.ok) return header;
  const [name, value] = header.value;
  return ok({
    ...call,
    headers: { ...call.headers, [name]: value },
    credentialHeaders: [...call.credentialHeaders, name],
    shown: { ...shown, headers: { ...shown.headers, [name]: mask } },
  });
}
