import { compilePlan, type ExecutionPlan } from '#lib/core/execution/plan.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { NodeDefinitions } from '#lib/core/graph/node-type.ts';

export type VersionRef = { workflowId: string; version: number };
type LoadGraph = (ref: VersionRef) => Promise<GraphDocument | undefined>;

const kept = 200;

/** A version never changes, so its compiled graph is kept; the draft (version 0) is read each time. */
export class PlanCache {
  readonly #plans = new Map<string, ExecutionPlan>();
  readonly #load: LoadGraph;
  readonly #definitions: NodeDefinitions;

  constructor(load: LoadGraph, definitions: NodeDefinitions) {
    this.#load = load;
    this.#definitions = definitions;
  }

  async get(ref: VersionRef): Promise<ExecutionPlan | undefined> {
    const key = `${ref.workflowId} ${ref.version}`;
    const known = this.#plans.get(key);
    if (known) return known;
    const graph = await this.#load(ref);
    if (!graph) return undefined;
    const plan = compilePlan(graph, this.#definitions);
    if (ref.version === 0) return plan;
    const [oldest] = this.#plans.keys();
    if (this.#plans.size >= kept && oldest !== undefined) this.#plans.delete(oldest);
    this.#plans.set(key, plan);
    return plan;
  }
}
