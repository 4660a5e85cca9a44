import { problem } from '#lib/core/errors.ts';
import type { Arrival, DoorAnswer } from '#lib/core/request/arrival.ts';
import { curlCommand } from '#lib/core/request/curl.ts';
import type { DoorEndpoint } from '#lib/core/request/door-endpoint.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { signRequest } from '#lib/core/verification/sign.ts';
import { sampleDelivery, sampleEvents } from '#lib/providers/samples/sample-delivery.ts';
import type { ManageDeps, Origin } from './deps.ts';
import { noEndpoint } from './manage-endpoint.ts';

export type TestDeliveryDeps = Pick<ManageDeps, 'box' | 'now'> & {
  endpoints: Pick<ManageDeps['stores']['endpoints'], 'find'>;
  door: {
    /** With its plan and its secrets, as the door obeys it. */
    find(token: string): DoorEndpoint | undefined | Promise<DoorEndpoint | undefined>;
    receive(arrival: Arrival): Promise<DoorAnswer>;
  };
  /** A random UUID. */
  newDeliveryId(): string;
};

export type TestDelivery = {
  workspaceId: string;
  id: string;
  origin: Origin;
  ip: string;
  /** One of the sender's sample events; its first where none is named. */
  event?: string | undefined;
};
export type SampleView = {
  method: string;
  url: string;
  headers: [string, string][];
  body: string;
  curl: string;
  /** What else the sender has samples of, this one among them; empty where it has but one. */
  events: string[];
  /** A token would stand in the command as it is: `YOUR_SECRET` stands there instead. */
  secretHidden: boolean;
  /** After that many seconds the signature is stale; null: never. */
  validSeconds: number | null;
};
export type TestDeliveryView = {
  /** Null where the door kept nothing. */
  requestId: string | null;
  /** What the sender was told. */
  status: number;
  curl: string;
  secretHidden: boolean;
};

const hidden = 'YOUR_SECRET';

/** A delivery as its sender would sign it, as a command; nothing is sent. Each call makes a new one. */
export async function signedSample(
  deps: TestDeliveryDeps,
  input: TestDelivery,
): Promise<Result<SampleView>> {
  const target = await targetOf(deps, input);
  if (!target.ok) return target;
  const signed = signSample(deps, target.value, { use: 'shown', event: input.event });
  return signed.ok ? ok(sampleView(target.value, signed.value)) : signed;
}

/**
 * Sends a sample of the endpoint's sender through the door, signed with a live secret of its own:
 * the same checks and the same storing as any other delivery, so it may be refused too.
 * Fails with `not_found`, or `invalid_value` while there is no secret to sign with.
 */
export async function sendTestDelivery(
  deps: TestDeliveryDeps,
  input: TestDelivery,
): Promise<Result<TestDeliveryView>> {
  const target = await targetOf(deps, input);
  if (!target.ok) return target;
  const sent = signSample(deps, target.value, { use: 'sent', event: input.event });
  if (!sent.ok) return sent;
  const came = await deliver(deps, { ...sent.value, ...target.value, ip: input.ip });
  const shown = sampleView(target.value, hideToken(target.value, sent.value));
  return ok({ ...came, curl: shown.curl, secretHidden: shown.secretHidden });
}

type Target = { endpoint: DoorEndpoint; token: string; url: string; method: string };
type SignedSample = { headers: [string, string][]; query: string; body: Uint8Array };

async function targetOf(deps: TestDeliveryDeps, input: TestDelivery): Promise<Result<Target>> {
  const record = await deps.endpoints.find(input.workspaceId, input.id);
  if (!record) return err(noEndpoint);
  const token = deps.box.open(record.sealedToken, { table: 'endpoint_token', id: record.id });
  const endpoint = await deps.door.find(token);
  if (!endpoint) return err(noEndpoint);
  const { methods } = endpoint.config;
  const method = methods.includes('POST') ? 'POST' : (methods[0] ?? 'POST');
  return ok({ endpoint, token, method, url: `${input.origin.url}/hooks/${token}` });
}

function signSample(
  deps: Pick<TestDeliveryDeps, 'newDeliveryId' | 'now'>,
  target: Target,
  { use, event }: { use: 'sent' | 'shown'; event: string | undefined },
): Result<SignedSample> {
  const { plan } = target.endpoint;
  const secret = secretOf(target.endpoint, deps.now());
  if (plan.needsSecret && secret === undefined) {
    return err(
      problem('invalid_value', 'This endpoint has no secret to sign with. Add one first.'),
    );
  }
  const id = deps.newDeliveryId();
  const at = new Date(deps.now());
  const sample = sampleDelivery(plan.scheme, { id, at }, event);
  if (!sample) return err(problem('invalid_value', noSuchSample(plan.scheme)));
  const signed = signRequest(plan, use === 'shown' && isToken(target) ? hidden : (secret ?? ''), {
    ...sample,
    method: target.method,
    url: target.url,
    id,
    now: at.getTime() / 1000,
  });
  if (!signed.ok) return err(problem('invalid_value', signed.error));
  const { headers, query } = signed.value;
  return ok({ headers: [...sample.headers, ...headers], query, body: sample.body });
}

function noSuchSample(scheme: string): string {
  const events = sampleEvents(scheme);
  if (events.length === 0) return 'This sender has one sample only: leave event out.';
  return `There is no sample of this event. Choose ${events.join(', ')}.`;
}

function isToken({ endpoint }: Target): boolean {
  return endpoint.plan.row.kind === 'token';
}

/** The one that lasts longest; of those, the newest. */
function secretOf({ secrets }: DoorEndpoint, now: number): string | undefined {
  const live = secrets.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  const lasting = live.filter(({ expiresAt }) => expiresAt === null);
  return (lasting.at(-1) ?? live.at(-1))?.secret.value;
}

/** The same delivery as a command that gives no token away. */
function hideToken(target: Target, sent: SignedSample): SignedSample {
  const { plan } = target.endpoint;
  if (plan.row.kind !== 'token') return sent;
  const shown = signRequest(plan, hidden, {
    method: target.method,
    url: target.url,
    headers: [],
    body: sent.body,
    id: '',
    now: 0,
  });
  if (!shown.ok) throw new Error(shown.error);
  const names = new Set(shown.value.headers.map(([name]) => name));
  const plain = sent.headers.filter(([name]) => !names.has(name));
  return { ...sent, headers: [...plain, ...shown.value.headers], query: shown.value.query };
}

async function deliver(
  { door, now }: TestDeliveryDeps,
  sent: SignedSample & Target & { ip: string },
): Promise<{ requestId: string | null; status: number }> {
  const { body, query, url, headers, method, token, ip } = sent;
  let requestId: string | null = null;
  const { status } = await door.receive({
    method,
    token,
    path: '',
    query,
    url: withQuery(url, query),
    headers: [...headers, ['content-length', String(body.length)]],
    ip,
    receivedAt: now(),
    readBody: async (limit) =>
      body.length <= limit
        ? { ok: true, body }
        : { ok: false, why: 'too_large', head: body.slice(0, limit), size: body.length },
    readHead: async (limit) => ({ head: body.slice(0, limit), size: body.length }),
    noted: (id) => {
      requestId = id;
    },
  });
  return { requestId, status };
}

function sampleView(target: Target, { headers, query, body }: SignedSample): SampleView {
  const { row } = target.endpoint.plan;
  const request = {
    method: target.method,
    url: withQuery(target.url, query),
    headers,
    body: new TextDecoder().decode(body),
  };
  return {
    ...request,
    curl: curlCommand(request),
    events: sampleEvents(target.endpoint.plan.scheme),
    secretHidden: row.kind === 'token',
    validSeconds: row.kind === 'hmac' ? (row.timestamp?.toleranceSeconds ?? null) : null,
  };
}

function withQuery(url: string, query: string): string {
  return query === '' ? url : `${url}?${query}`;
}
