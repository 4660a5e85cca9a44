import { compilePlan, type ExecutionPlan } from '#lib/core/execution/plan.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { NodeDefinitions } from '#lib/core/graph/node-type.ts';

export type VersionRef = { workflowId: string; version: number };
type LoadGraph = (ref: VersionRef) => Promise<GraphDocument | undefined>;

const kept = 200;

/**
 * A version never changes, so its compiled graph is kept; the draft (version 0) is read each time.
 * Who asks while it is being read shares that read, and is answered in the order of asking.
 */
export class PlanCache {
  readonly #plans = new Map<string, Promise<ExecutionPlan | undefined>>();
  readonly #load: LoadGraph;
  readonly #definitions: NodeDefinitions;

  constructor(load: LoadGraph, definitions: NodeDefinitions) {
    this.#load = load;
    this.#definitions = definitions;
  }

  get(ref: VersionRef): Promise<ExecutionPlan | undefined> {
    if (ref.version === 0) return this.#compiled(ref);
    const key = `${ref.workflowId} ${ref.version}`;
    const known = this.#plans.get(key);
    if (known) return known;
    const plan = this.#compiled(ref);
    const [oldest] = this.#plans.keys();
    if (this.#plans.size >= kept && oldest !== undefined) this.#plans.delete(oldest);
    this.#plans.set(key, plan);
    const forget = () => {
      if (this.#plans.get(key) === plan) this.#plans.delete(key);
    };
    plan.then((found) => found ?? forget(), forget);
    return plan;
  }

  async #compiled(ref: VersionRef): Promise<ExecutionPlan | undefined> {
    const graph = await this.#load(ref);
    return graph && compilePlan(graph, this.#definitions);
  }
}
