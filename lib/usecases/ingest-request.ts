import { refusalStatus } from '#lib/core/errors.ts';
import type { Answer } from '#lib/core/execution/types.ts';
import { uuidv7 } from '#lib/core/ids.ts';
import type { Arrival, DoorAnswer } from '#lib/core/request/arrival.ts';
import type { DoorEndpoint } from '#lib/core/request/door-endpoint.ts';
import { headerValue } from '#lib/core/request/header-value.ts';
import type { NewRequest, SideRequest, StoreOutcome } from '#lib/core/request/new-request.ts';
import { maskHeaders, maskQuery } from '#lib/core/verification/mask.ts';
import type { VerificationResult } from '#lib/core/verification/types.ts';
import {
  acceptedAnswer,
  duplicateAnswer,
  refusalAnswer,
  respondedAnswer,
  unknownAnswer,
} from './ingest/answers.ts';
import {
  guardAgainstGuessing,
  readBody,
  refuseClosed,
  refuseLoops,
  refuseMethod,
  refuseStrangers,
  undoEncoding,
} from './ingest/early-steps.ts';
import { Gate } from './ingest/gate.ts';
import {
  findDedupeKey,
  identify,
  limitRate,
  matchSchema,
  shakeHands,
  type ValidateSchema,
  verify,
} from './ingest/late-steps.ts';
import { DoorLimits } from './ingest/limits.ts';
import {
  type ParseBody,
  type Passage,
  refused,
  type Step,
  type Verdict,
} from './ingest/passage.ts';

export type IngestDeps = {
  endpoints: {
    find(token: string): DoorEndpoint | undefined | Promise<DoorEndpoint | undefined>;
    drop(endpointId: string): void;
  };
  store(request: NewRequest, startedAt: number): Promise<StoreOutcome | { kind: 'unavailable' }>;
  refused: {
    /** Resolves to whether it is on disk. */
    record(request: SideRequest): Promise<boolean>;
    count(request: SideRequest): void;
  };
  answers: {
    wait(requestId: string, ms: number): Promise<Answer | null>;
    release(requestId: string): void;
  };
  /** Notes what the sender was told in the end. */
  answered(told: { id: string; status: number; ms: number }): void;
  parseBody: ParseBody;
  validateSchema: ValidateSchema;
  webNodes(): number;
  /** Fresh random bytes, at least 10. */
  random(): Uint8Array;
  /** Milliseconds that only grow. */
  clock(): number;
  observe(line: DoorLine): void;
};

/** One wide line per request; no token, no secret, no body. */
export type DoorLine = {
  requestId: string | null;
  endpointId: string | null;
  verdict: string;
  reason: string | null;
  status: number;
  bytes: number;
  ms: number;
};

const notChecked = (endpoint: DoorEndpoint): VerificationResult => ({
  status: 'not_checked',
  scheme: endpoint.plan.scheme,
  detail: 'The request was refused before its signature was looked at.',
});
/** A configuration that moves faster than we judge: the sender tries again later. */
const maxJudgements = 5;
const headLimit = 65_536;
const maxInflating = 4;

/** The door: every request to `/hooks/…` on any transport. */
export class Door {
  readonly #deps: IngestDeps;
  /** In this order. Only what passed everything before it may claim a dedupe key. */
  readonly #steps: readonly Step[];

  constructor(deps: IngestDeps) {
    this.#deps = deps;
    const limits = new DoorLimits();
    this.#steps = [
      refuseClosed,
      refuseStrangers,
      guardAgainstGuessing(limits),
      refuseMethod,
      refuseLoops,
      readBody,
      undoEncoding(new Gate(maxInflating)),
      verify(limits, deps.parseBody),
      shakeHands(deps.parseBody),
      limitRate(limits, deps.webNodes),
      identify(deps.parseBody),
      matchSchema(deps.parseBody, deps.validateSchema),
      findDedupeKey(deps.parseBody),
    ];
  }

  /** Never throws for what a sender or a broken database can cause. */
  async receive(arrival: Arrival): Promise<DoorAnswer> {
    const startedAt = this.#deps.clock();
    let before: Passage | undefined;
    for (let judged = 0; judged < maxJudgements; judged += 1) {
      const endpoint = await this.#find(arrival.token);
      if (endpoint === 'unavailable') return refusalAnswer(busy);
      if (!endpoint) return unknownAnswer;
      const passage = enter(arrival, endpoint, { startedAt, before });
      const answer = await this.#judge(passage);
      if (answer !== 'moved') return answer;
      this.#deps.endpoints.drop(endpoint.id);
      before = passage;
    }
    return refusalAnswer(busy);
  }

  async #find(token: string): Promise<DoorEndpoint | undefined | 'unavailable'> {
    try {
      return await this.#deps.endpoints.find(token);
    } catch {
      return 'unavailable';
    }
  }

  async #judge(passage: Passage): Promise<DoorAnswer | 'moved'> {
    for (const step of this.#steps) {
      const pending = step(passage);
      const verdict = pending instanceof Promise ? await pending : pending;
      if (verdict?.kind === 'handshake') return this.#shake(passage, verdict.answer);
      if (verdict) return this.#refuse(passage, verdict);
    }
    return this.#accept(passage);
  }

  async #accept(passage: Passage): Promise<DoorAnswer | 'moved'> {
    const { endpoint } = passage;
    const request = this.#newRequest(passage);
    const waits = endpoint.responds && endpoint.config.response.waitSeconds > 0;
    // Before the commit: the run may answer sooner than we hear of the commit.
    const respond = waits
      ? this.#deps.answers.wait(request.id, endpoint.config.response.waitSeconds * 1000)
      : null;
    const stored = await this.#deps.store(request, passage.startedAt);
    if (waits && stored.kind !== 'accepted') this.#deps.answers.release(request.id);
    if (stored.kind === 'moved') return 'moved';
    if (stored.kind === 'duplicate') return this.#repeat(passage, request, stored.of);
    if (stored.kind === 'unavailable') {
      this.#observe(passage, { id: request.id, verdict: 'rejected', status: 503 });
      return refusalAnswer(busy);
    }
    const responded = respond && (await respond);
    const answer = responded
      ? respondedAnswer(responded)
      : acceptedAnswer(request.id, endpoint.answer);
    // The row was written before anybody knew what the run would say.
    if (waits) this.#deps.answered({ id: request.id, ...answer, ms: this.#ms(passage) });
    this.#observe(passage, { id: request.id, verdict: 'accepted', status: answer.status });
    return answer;
  }

  async #repeat(passage: Passage, request: NewRequest, of: string): Promise<DoorAnswer> {
    const row = this.#side(passage, { verdict: 'duplicate', status: 200, duplicateOf: of });
    const stored = await this.#deps.refused.record({ ...row, id: request.id });
    this.#observe(passage, { id: request.id, verdict: 'duplicate', status: stored ? 200 : 503 });
    return stored ? duplicateAnswer(request.id, of) : refusalAnswer(busy);
  }

  async #shake(passage: Passage, answer: DoorAnswer): Promise<DoorAnswer> {
    const row = this.#side(passage, { verdict: 'handshake', status: answer.status });
    const stored = await this.#deps.refused.record(row);
    this.#observe(passage, {
      id: row.id,
      verdict: 'handshake',
      status: stored ? answer.status : 503,
    });
    return stored ? answer : refusalAnswer(busy);
  }

  async #refuse(
    passage: Passage,
    verdict: Extract<Verdict, { kind: 'refused' }>,
  ): Promise<DoorAnswer> {
    if (!passage.bodyRead && !passage.endpoint.deleted) {
      const { head, size } = await passage.arrival.readHead(headLimit);
      passage.body = head;
      passage.bodySize = size;
    }
    const { reason } = verdict;
    const status = refusalStatus[reason];
    const row = this.#side(passage, { verdict: 'rejected', status, reason });
    // Behind the answer: a refusal promises nothing.
    if (passage.endpoint.deleted) this.#deps.refused.count(row);
    else void this.#deps.refused.record(row);
    this.#observe(passage, { id: row.id, verdict: 'rejected', status, reason });
    return refusalAnswer(verdict);
  }

  #newRequest(passage: Passage): NewRequest {
    const { arrival, endpoint, dedupeKey } = passage;
    const { windowSeconds } = endpoint.config.dedupe;
    return {
      ...this.#captured(passage),
      revision: endpoint.revision,
      answerStatus: endpoint.answer.status,
      dedupe: dedupeKey && {
        key: dedupeKey,
        expiresAt: arrival.receivedAt + windowSeconds * 1000,
      },
    };
  }

  #side(
    passage: Passage,
    came: {
      verdict: SideRequest['verdict'];
      status: number;
      reason?: string;
      duplicateOf?: string;
    },
  ): SideRequest {
    return {
      ...this.#captured(passage),
      workspaceId: passage.endpoint.workspaceId,
      verdict: came.verdict,
      reason: came.reason ?? null,
      duplicateOf: came.duplicateOf ?? null,
      answerStatus: came.status,
      bodySize: passage.bodySize,
      answerMs: this.#deps.clock() - passage.startedAt,
    };
  }

  #captured(passage: Passage) {
    const { arrival, endpoint, secrets, verification } = passage;
    const mask = { plan: endpoint.plan, secrets, secretId: verification.secretId };
    return {
      id: uuidv7(arrival.receivedAt, this.#deps.random()),
      endpointId: endpoint.id,
      receivedAt: arrival.receivedAt,
      method: arrival.method,
      path: arrival.path,
      query: maskQuery(arrival.query, mask),
      contentType: passage.contentType,
      body: passage.body,
      headers: JSON.stringify(maskHeaders(arrival.headers, mask)),
      ip: arrival.ip,
      verification: JSON.stringify(verification),
      eventType: passage.eventType,
      eventId: passage.eventId,
      parse: passage.parsed?.state ?? ('none' as const),
      hop: passage.hop,
    };
  }

  #observe(
    passage: Passage,
    came: { id: string; verdict: string; status: number; reason?: string },
  ): void {
    passage.arrival.noted?.(came.id);
    this.#deps.observe({
      requestId: came.id,
      endpointId: passage.endpoint.id,
      verdict: came.verdict,
      reason: came.reason ?? null,
      status: came.status,
      bytes: passage.bodySize,
      ms: this.#ms(passage),
    });
  }

  #ms(passage: Passage): number {
    return Math.round((this.#deps.clock() - passage.startedAt) * 100) / 100;
  }
}

const busy = {
  ...refused('overloaded', 'The database can’t take it right now. Send it again in a moment.', {
    'retry-after': '5',
  }),
} as Extract<Verdict, { kind: 'refused' }>;

const nothing = new Uint8Array();
/** Far beyond what is let in; the database's column is an int4. */
const mostHops = 9_999;

function enter(
  arrival: Arrival,
  endpoint: DoorEndpoint,
  { startedAt, before }: { startedAt: number; before: Passage | undefined },
): Passage {
  const now = arrival.receivedAt;
  const live = endpoint.secrets.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  return {
    arrival,
    endpoint,
    startedAt,
    secrets: live.map(({ secret }) => secret),
    contentType: headerValue(arrival.headers, 'content-type') ?? null,
    hop: Math.min(hopOf(headerValue(arrival.headers, 'hookline-hop')), mostHops),
    body: before?.body ?? nothing,
    bodySize: before?.bodySize ?? 0,
    bodyRead: before?.bodyRead ?? false,
    decoded: before?.decoded ?? nothing,
    verification: notChecked(endpoint),
    parsed: null,
    eventType: null,
    eventId: null,
    dedupeKey: null,
  };
}

/** The largest where several came: whoever adds one must not get past the guard by it. */
function hopOf(header: string | undefined): number {
  return Math.max(0, ...(header?.match(/\d+/g) ?? []).map(Number));
}
