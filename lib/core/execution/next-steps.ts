import { reachableFrom } from '#lib/core/graph/topology.ts';
import { type ExecutionPlan, fromNodeOn, type PlanNode } from './plan.ts';

/** What is known of a step of this run. A step without a record has not been tried. */
export type StepRecord = {
  status: 'succeeded' | 'failed' | 'filtered' | 'waiting' | 'cancelled';
  /** The port it left by, or, while it waits, will leave by; null while it waits to be tried again. */
  port: string | null;
  /** Attempts made. */
  attempt: number;
  /** Unix milliseconds; set while it waits. */
  resumeAt: number | null;
};

export type History = {
  triggerNodeId: string;
  /** Where a rerun starts; null where it starts at its trigger. */
  startNodeId: string | null;
  steps: ReadonlyMap<string, StepRecord>;
};

export type Decision =
  /** All that may run now, side by side. `attempt` is the one to make. */
  | { kind: 'run'; steps: { nodeId: string; attempt: number }[] }
  /** These waits are over: they settle by the port they named. */
  | { kind: 'wake'; nodeIds: string[] }
  | { kind: 'wait'; until: number }
  /** `failedNodeId` names the step whose failure nothing took care of. */
  | { kind: 'finish'; status: 'succeeded' | 'failed' | 'filtered'; failedNodeId?: string };

type EdgeState = 'pending' | 'live' | 'dead';
/** How a node stands: settled by a port, never to be reached, or not known yet. */
type NodeState = { settled: string } | 'dead' | 'pending';

/**
 * What a run does next, from nothing but its graph and what happened: a crash therefore repeats the
 * decision it interrupted. A node with several incoming edges runs once all of them are settled and
 * one is live. The step a rerun starts at needs no live edge, only a step before it that has ended:
 * so what a filter held back can be sent on.
 */
export function nextSteps(plan: ExecutionPlan, history: History, now: number): Decision {
  const survey = new Survey(history, now);
  for (const node of plan.order) survey.visit(node);
  return survey.decision ?? finish(plan, history);
}

function finish(plan: ExecutionPlan, history: History): Decision {
  return { kind: 'finish', status: hasActed(plan, history) ? 'succeeded' : 'filtered' };
}

/** Whether an action was tried, with whatever result: what makes the difference between "ran" and "filtered". */
export function hasActed(plan: ExecutionPlan, history: History): boolean {
  for (const id of history.steps.keys()) if (plan.nodes.get(id)?.kind === 'action') return true;
  return false;
}

/**
 * Whether a rerun that starts at `startNodeId`, with the steps it keeps, ever gets there: it doesn't
 * where no step before it ended, as nothing would reach it.
 */
export function getsToStart(plan: ExecutionPlan, history: History): boolean {
  const { startNodeId, triggerNodeId } = history;
  if (startNodeId === null || startNodeId === triggerNodeId) return true;
  const decision = nextSteps(plan, history, 0);
  if (decision.kind !== 'run') return false;
  const anew = fromNodeOn(plan, startNodeId);
  return decision.steps.some(
    ({ nodeId }) => anew.has(nodeId) || reachableFrom(plan.topology, nodeId).has(startNodeId),
  );
}

/** One walk from sources to targets. */
class Survey {
  readonly #history: History;
  readonly #now: number;
  readonly #states = new Map<string, NodeState>();
  readonly #ready: { nodeId: string; attempt: number }[] = [];
  readonly #over: string[] = [];
  #until: number | null = null;
  #unhandled: string | null = null;

  constructor(history: History, now: number) {
    this.#history = history;
    this.#now = now;
  }

  visit(node: PlanNode): void {
    const id = node.node.id;
    const record = this.#history.steps.get(id);
    const state = record ? stateOf(node, record) : this.#stateWithoutRecord(node);
    this.#states.set(id, state);
    if (record?.status === 'waiting') this.#noteWait(id, record);
    if (record?.status === 'failed' && state === 'dead') this.#unhandled ??= id;
  }

  /** Undefined where nothing is left to do. */
  get decision(): Decision | undefined {
    if (this.#unhandled) return { kind: 'finish', status: 'failed', failedNodeId: this.#unhandled };
    if (this.#over.length > 0) return { kind: 'wake', nodeIds: this.#over };
    if (this.#ready.length > 0) return { kind: 'run', steps: this.#ready };
    return this.#until === null ? undefined : { kind: 'wait', until: this.#until };
  }

  #stateWithoutRecord(node: PlanNode): NodeState {
    if (node.node.id === this.#history.triggerNodeId) return { settled: node.firstPort };
    if (node.kind === 'trigger') return 'dead';
    const edges = node.incoming.map((edge) => edgeState(this.#states.get(edge.from), edge.port));
    if (edges.includes('pending')) return 'pending';
    if (!edges.includes('live') && !this.#startsAt(node)) return 'dead';
    if (node.node.disabled) return { settled: node.firstPort };
    this.#ready.push({ nodeId: node.node.id, attempt: 1 });
    return 'pending';
  }

  #startsAt(node: PlanNode): boolean {
    if (node.node.id !== this.#history.startNodeId) return false;
    return node.incoming.some(({ from }) => typeof this.#states.get(from) === 'object');
  }

  #noteWait(nodeId: string, record: StepRecord): void {
    const resumeAt = record.resumeAt ?? this.#now;
    if (resumeAt > this.#now) this.#until = Math.min(this.#until ?? resumeAt, resumeAt);
    else if (record.port === null) this.#ready.push({ nodeId, attempt: record.attempt + 1 });
    else this.#over.push(nodeId);
  }
}

/** A failed step goes on by `error` where that port is wired, else by none. */
function stateOf(node: PlanNode, record: StepRecord): NodeState {
  if (record.status === 'waiting') return 'pending';
  if (record.status === 'cancelled') return 'dead';
  if (record.status === 'failed')
    return node.wiredPorts.has('error') ? { settled: 'error' } : 'dead';
  return { settled: record.port ?? node.firstPort };
}

/** A source that the plan leaves out (a cycle, a missing node) never sends anything. */
function edgeState(source: NodeState | undefined, port: string): EdgeState {
  if (source === undefined || source === 'dead') return 'dead';
  if (source === 'pending') return 'pending';
  return source.settled === port ? 'live' : 'dead';
}
