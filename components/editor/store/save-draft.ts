import { sameJson } from '#lib/core/expression/compare.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { Json } from '#lib/core/json.ts';
import type { SaveOutcome } from './autosave.ts';
import { fillEndpointIds } from './fill-endpoint-ids.ts';

export type SaveDraftDeps = {
  put(graph: GraphDocument, baseRevision: number): Promise<SaveOutcome>;
  /** The draft as the server has it. Undefined where it can't be read. */
  read(): Promise<{ graph: GraphDocument; revision: number } | undefined>;
};

/**
 * Saves a draft. A save whose answer was lost may have been made: where the server holds just that
 * one, nobody else has saved, and ours goes on from there instead of being called a conflict.
 */
export function savesDraft({ put, read }: SaveDraftDeps): SaveDraftDeps['put'] {
  let unanswered: GraphDocument[] = [];
  return async (graph, baseRevision) => {
    let outcome = await put(graph, baseRevision);
    if (outcome.kind === 'conflict' && unanswered.length > 0) {
      const there = await read();
      const ours = there && unanswered.some((sent) => isSame(sent, there.graph));
      if (ours) outcome = await put(graph, there.revision);
    }
    if (outcome.kind === 'unreachable') unanswered.push(graph);
    else unanswered = [];
    return outcome;
  };
}

/** The server fills in the endpoints that it minted. */
function isSame(sent: GraphDocument, stored: GraphDocument): boolean {
  const [one, other] = [fillEndpointIds(sent, stored), stored];
  return sameJson(one as unknown as Json, other as unknown as Json);
}
