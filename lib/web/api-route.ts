import type {
  BodyOf,
  Contract,
  HttpMethod,
  PathParams,
  QueryOf,
  ReplyOf,
} from '#lib/contracts/contract.ts';
import { type ErrorCode, type Problem, problem } from '#lib/core/errors.ts';
import { isUuid } from '#lib/core/ids.ts';
import { type Principal, roleAtLeast } from '#lib/core/principal.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { getWiring, type Wiring } from '#lib/wiring.ts';
import { problemResponse } from './problem-response.ts';
import { readBody, readQuery } from './read-call.ts';
import { crossSiteProblem } from './same-origin.ts';
import { clientIp, senderOrigin } from './sender-origin.ts';

/** What a handler is given: everything is checked, and the caller may make this call. */
export type Call<C extends Contract> = {
  params: PathParams<C['path']>;
  query: QueryOf<C>;
  body: BodyOf<C>;
  principal: C['role'] extends 'public' ? Principal | null : Principal;
  /** The caller's workspace. '' for a public call. */
  workspaceId: string;
  wiring: Wiring;
  request: Request;
  ip: string;
  /** How senders reach this installation: what webhook URLs begin with. */
  origin: { url: string; reachable: 'public' | 'local' };
};

type Handler<C extends Contract> = (
  call: Call<C>,
) => Promise<Result<ReplyOf<C>>> | Result<ReplyOf<C>>;
/** Without a segment in its path a route is handed undefined. */
type Context = { params: Promise<Record<string, string> | undefined> };
type RouteHandler = (request: Request, context: Context) => Promise<Response>;

/** One call of a route file. */
export type ApiCall = RouteHandler & { contract: Contract };

type Outcome = { response: Response; code?: ErrorCode; principal?: Principal };
type Reply = {
  status: number;
  body?: unknown;
  bytes?: Uint8Array;
  stream?: ReadableStream;
  headers?: Record<string, string>;
};

/**
 * Makes a route handler of a contract and what answers it. The order: who calls, may they, is it
 * our own page (cookie calls), path, query, body, handler. Writes one line per call; what throws
 * becomes a 500 that tells nothing but the call's id.
 */
export function apiRoute<C extends Contract>(contract: C, handler: Handler<C>): ApiCall {
  const route: RouteHandler = async (request, context) => {
    const started = performance.now();
    const wiring = getWiring();
    const requestId = crypto.randomUUID();
    const outcome = await answer(contract, handler as unknown as Handler<Contract>, {
      request,
      wiring,
      requestId,
      params: (await context.params) ?? {},
    });
    outcome.response.headers.set('x-request-id', requestId);
    wiring.log.info('api.call', {
      id: requestId,
      call: `${contract.method} ${contract.path}`,
      status: outcome.response.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      code: outcome.code,
      by: outcome.principal && `${outcome.principal.kind}:${outcome.principal.id}`,
      workspace: outcome.principal?.workspaceId,
    });
    return outcome.response;
  };
  return Object.assign(route, { contract });
}

type Incoming = {
  request: Request;
  wiring: Wiring;
  requestId: string;
  params: Record<string, string>;
};

async function answer(
  contract: Contract,
  handler: Handler<Contract>,
  incoming: Incoming,
): Promise<Outcome> {
  let principal: Principal | undefined;
  try {
    const admitted = await admit(contract, incoming);
    if (!admitted.ok) return refusal(admitted.error);
    principal = admitted.value ?? undefined;
    const call = await readCall(contract, incoming, admitted.value);
    if (!call.ok) return { ...refusal(call.error), principal };
    const result = await handler(call.value);
    if (!result.ok) return { ...refusal(result.error), principal };
    await audit(contract, call.value, result.value as Reply);
    return { response: respond(result.value as Reply), principal };
  } catch (cause) {
    return { ...broken(incoming, cause), principal };
  }
}

function refusal(reason: Problem): Outcome {
  return { response: problemResponse(reason), code: reason.code };
}

function broken({ wiring, requestId }: Incoming, cause: unknown): Outcome {
  wiring.log.error('api.broken', {
    id: requestId,
    message: cause instanceof Error ? cause.message : String(cause),
    stack: cause instanceof Error ? cause.stack : undefined,
  });
  return refusal(
    problem('internal', `This is our fault. Find call ${requestId} in the log, or try again.`),
  );
}

async function admit(contract: Contract, incoming: Incoming): Promise<Result<Principal | null>> {
  if (contract.role === 'public') return ok(null);
  const { request, wiring } = incoming;
  const known = await wiring.authenticate(request.headers);
  if (!known.ok) return known;
  const principal = known.value;
  if (principal.kind === 'user' && contract.method !== 'GET') {
    const crossSite = crossSiteProblem(request);
    if (crossSite) return err(crossSite);
  }
  if (roleAtLeast(principal.role, contract.role)) return known;
  const action = `${contract.method} ${contract.path}`;
  await wiring.audit.record({
    principal,
    action: 'access.refused',
    detail: { call: action, needs: contract.role, has: principal.role },
    ip: clientIp(request),
  });
  return err(
    problem(
      'forbidden',
      `This needs the role ${contract.role}; yours is ${principal.role}. Ask an owner of the workspace.`,
    ),
  );
}

async function readCall(
  contract: Contract,
  incoming: Incoming,
  principal: Principal | null,
): Promise<Result<Call<Contract>>> {
  const { request, wiring, params } = incoming;
  const bad = Object.entries(params).find(([name, value]) => !isIdOrNumber(name, value));
  if (bad) return err(problem('not_found', `There is nothing called "${bad[1].slice(0, 60)}".`));
  const query = readQuery(contract, new URL(request.url));
  if (!query.ok) return query;
  const body = await readBody(contract, request);
  if (!body.ok) return body;
  return ok({
    params: lowerCased(params),
    query: query.value as never,
    body: body.value as never,
    principal: principal as Principal,
    workspaceId: principal?.workspaceId ?? '',
    wiring,
    request,
    ip: clientIp(request),
    origin: senderOrigin(request, wiring.environment),
  });
}

/** Anything else is in no database. */
function isIdOrNumber(name: string, value: string): boolean {
  return /id$/i.test(name) ? isUuid(value) : /^\d{1,9}$/.test(value);
}

/** PostgreSQL writes UUIDs in lower case; comparing texts must not tell them apart. */
function lowerCased(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value.toLowerCase()]),
  );
}

async function audit(contract: Contract, call: Call<Contract>, reply: Reply): Promise<void> {
  if (!contract.audit || !call.principal) return;
  const params = call.params as Record<string, string>;
  const made = (reply.body as { id?: unknown; name?: unknown } | undefined) ?? {};
  const id = params.id ?? (typeof made.id === 'string' ? made.id : '');
  const label = typeof made.name === 'string' ? { label: made.name } : {};
  const fields = Object.keys((call.body as object | undefined) ?? {});
  await call.wiring.audit.record({
    principal: call.principal,
    action: contract.audit.action,
    target: { type: contract.audit.target, id, ...label },
    // Names of what was sent, never the values: some are secrets.
    detail: { ...(fields.length > 0 ? { fields } : {}), ...withoutId(params) },
    ip: call.ip,
  });
}

function withoutId({ id: _id, ...rest }: Record<string, string>): Record<string, string> {
  return rest;
}

function respond(reply: Reply): Response {
  const headers = {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...reply.headers,
  };
  if (reply.stream) return new Response(reply.stream, { status: reply.status, headers });
  if (reply.bytes) {
    return new Response(new Uint8Array(reply.bytes), { status: reply.status, headers });
  }
  if (reply.body === undefined) return new Response(null, { status: reply.status, headers });
  return new Response(JSON.stringify(reply.body), {
    status: reply.status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

type RouteFile = Record<HttpMethod | 'HEAD' | 'OPTIONS', RouteHandler>;

/** All methods of one route file: its calls, `HEAD` and `OPTIONS` made of them, 405 for the rest. */
export function routeFile(...calls: ApiCall[]): RouteFile {
  const byMethod = new Map(calls.map((call) => [call.contract.method, call]));
  const get = byMethod.get('GET');
  const allow = [...byMethod.keys(), ...(get ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  const refuse: RouteHandler = async (request) =>
    problemResponse(
      problem('method_not_allowed', `${request.method} is not a call here. Use ${allow}.`),
      { allow },
    );
  const options: RouteHandler = async () => new Response(null, { status: 204, headers: { allow } });
  const handlerOf = (method: HttpMethod) => byMethod.get(method) ?? refuse;
  return {
    GET: handlerOf('GET'),
    POST: handlerOf('POST'),
    PUT: handlerOf('PUT'),
    PATCH: handlerOf('PATCH'),
    DELETE: handlerOf('DELETE'),
    HEAD: get ? headOf(get) : refuse,
    OPTIONS: options,
  };
}

function headOf(get: RouteHandler): RouteHandler {
  return async (request, context) => {
    const { status, headers, body } = await get(request, context);
    await body?.cancel();
    return new Response(null, { status, headers });
  };
}
