import type { PlanNode } from '#lib/core/execution/plan.ts';
import { retryDelay } from '#lib/core/execution/retry.ts';
import type { StepRow } from '#lib/core/execution/run.ts';
import type {
  Answer,
  ConnectionSecret,
  NodeContext,
  NodeOutcome,
  NodeRun,
  SendRequest,
  StepError,
} from '#lib/core/execution/types.ts';
import type { ConditionEvaluator } from '#lib/core/expression/condition.ts';
import type { TemplateCache } from '#lib/core/expression/template.ts';
import type { RunState } from './run-state.ts';

export type StepDeps = {
  runtimes: Readonly<Record<string, NodeRun<never>>>;
  templates: TemplateCache;
  conditions: ConditionEvaluator;
  send: SendRequest;
  connection(workspaceId: string, id: string): Promise<ConnectionSecret | undefined>;
  now(): number;
  /** From 0 to below 1. */
  random(): number;
  log: { error(event: string, fields: Record<string, unknown>): void };
};

export type StepTry = { nodeId: string; attempt: number; signal: AbortSignal };

export type StepResult = {
  step: StepRow;
  answer?: Answer;
  stop?: { as: 'succeeded' | 'failed'; message: string };
};

/** One attempt at one node. Resolves for whatever the node does; a bug in it becomes a failed step. */
export async function attemptStep(
  deps: StepDeps,
  state: RunState,
  attempt: StepTry,
): Promise<StepResult> {
  const planned = state.job.plan.nodes.get(attempt.nodeId);
  if (!planned) throw new Error(`The plan has no node ${attempt.nodeId}.`);
  const startedAt = deps.now();
  const outcome = await runNode(deps, { state, planned, attempt, startedAt });
  const finishedAt = deps.now();
  return settle({ deps, state, planned, attempt, outcome, startedAt, finishedAt });
}

type Running = { state: RunState; planned: PlanNode; attempt: StepTry; startedAt: number };

async function runNode(deps: StepDeps, running: Running): Promise<NodeOutcome> {
  const { node, settings } = running.planned;
  const runtime = Object.hasOwn(deps.runtimes, node.type) ? deps.runtimes[node.type] : undefined;
  if (!runtime) {
    return refused('unknown_step_type', `This release has no step type ${node.type}: replace it.`);
  }
  if (settings === null) {
    return refused(
      'invalid_settings',
      'Settings are missing or wrong: open the step and fix them.',
    );
  }
  try {
    return await (runtime as NodeRun<unknown>)(settings, contextFor(deps, running));
  } catch (cause) {
    const { message, stack } = cause as Error;
    deps.log.error('step.threw', { type: node.type, nodeId: node.id, message, stack });
    return refused('internal', `The step broke inside Hookline: ${message}`);
  }
}

function refused(code: string, message: string): NodeOutcome {
  const error = { code, message, retryable: false };
  return { kind: 'failed', error, output: null, input: null, warnings: [] };
}

function contextFor(deps: StepDeps, { state, planned, attempt, startedAt }: Running): NodeContext {
  const { job } = state;
  return {
    scope: state.scope,
    templates: deps.templates,
    conditions: deps.conditions,
    now: startedAt,
    effectKey: `${job.run.id}:${planned.node.id}:0`,
    attempt: attempt.attempt,
    hop: job.hop,
    signal: attempt.signal,
    send: job.stub ? pretendToSend : deps.send,
    connection: (id) => deps.connection(job.run.workspaceId, id),
  };
}

const pretendToSend: SendRequest = async (request) => ({
  ok: true,
  value: {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from('{"stub":true}'),
    truncated: false,
    url: request.url,
    ms: 0,
  },
});

type Settling = Running & { deps: StepDeps; outcome: NodeOutcome; finishedAt: number };

function settle(settling: Settling): StepResult {
  const { state, planned, outcome } = settling;
  switch (outcome.kind) {
    case 'done':
      return { step: ended(settling, leftBy(planned, outcome.port)) };
    case 'respond':
      return { step: ended(settling, leftBy(planned, outcome.port)), answer: outcome.answer };
    case 'stop':
      return {
        step: ended(settling, { status: 'succeeded', port: null }),
        stop: { as: outcome.as, message: outcome.message },
      };
    case 'wait':
      return {
        step: {
          ...ended(settling, { status: 'waiting', port: outcome.port }),
          ...pending(outcome.until),
        },
      };
    case 'failed':
      return { step: failed(settling, outcome.error, state) };
  }
}

const pending = (resumeAt: number) => ({ resumeAt, finishedAt: null });

/** A filter that leaves by a port nobody wired, other than its first, stopped this branch. */
function leftBy(planned: PlanNode, port: string): Pick<StepRow, 'status' | 'port'> {
  const stopped =
    planned.kind === 'filter' && port !== planned.firstPort && !planned.wiredPorts.has(port);
  return { status: stopped ? 'filtered' : 'succeeded', port };
}

function failed(settling: Settling, error: StepError, state: RunState): StepRow {
  const { deps, planned, attempt, finishedAt } = settling;
  const coded = { code: error.code, message: error.message };
  const delay = state.job.stub
    ? null
    : retryDelay(planned.retry, { attempt: attempt.attempt, error, random: deps.random() });
  if (delay === null) {
    return { ...ended(settling, { status: 'failed', port: 'error' }), error: coded };
  }
  const again = ended(settling, { status: 'waiting', port: null });
  return { ...again, ...pending(finishedAt + delay), error: coded };
}

function ended(settling: Settling, how: Pick<StepRow, 'status' | 'port'>): StepRow {
  const { state, planned, attempt, outcome, startedAt, finishedAt } = settling;
  return {
    ...how,
    nodeId: planned.node.id,
    item: 0,
    seq: state.nextSeq,
    type: planned.node.type,
    name: planned.node.name,
    attempt: attempt.attempt,
    startedAt: state.steps.get(planned.node.id)?.startedAt ?? startedAt,
    finishedAt,
    resumeAt: null,
    input: outcome.input,
    output: 'output' in outcome ? outcome.output : null,
    warnings: outcome.warnings,
    error: null,
  };
}
