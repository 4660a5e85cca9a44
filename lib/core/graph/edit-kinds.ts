import type { JsonObject } from '#lib/core/json.ts';
import type { GraphDocument, GraphEdge, GraphNode, GraphNote, PortRef } from './document.ts';

export type Placed<T> = { index: number; item: T };

/** Everything the canvas can do to a graph, as data. */
export type Edit =
  | { kind: 'add_node'; node: GraphNode }
  /** Their wires go too. */
  | { kind: 'remove_nodes'; ids: readonly string[] }
  | { kind: 'move'; positions: readonly { id: string; x: number; y: number }[] }
  | { kind: 'rename'; id: string; name: string }
  | { kind: 'set_settings'; id: string; settings: JsonObject }
  | { kind: 'set_disabled'; id: string; disabled: boolean }
  /** Absent retries and notes fall back to the type's own, or none. */
  | { kind: 'set_retry'; id: string; retry?: GraphNode['retry'] }
  | { kind: 'set_note'; id: string; note?: string }
  /** Without an id the wire gets the first free `e<n>`. */
  | { kind: 'connect'; id?: string; from: PortRef; to: PortRef }
  | { kind: 'disconnect'; ids: readonly string[] }
  /** Puts a new step into a wire, which becomes two. */
  | { kind: 'insert_on_edge'; edgeId: string; node: GraphNode; input: string; output: string }
  /** Puts a graph's sticky notes or variables in place of those it has. */
  | { kind: 'set_notes'; notes?: readonly GraphNote[] }
  | { kind: 'set_vars'; vars?: JsonObject }
  /** Takes back a removal: each item at the place it had, lowest first. */
  | { kind: 'restore'; nodes: readonly Placed<GraphNode>[]; edges: readonly Placed<GraphEdge>[] }
  /** Puts whole steps in the place of those with their ids. */
  | { kind: 'put_nodes'; nodes: readonly GraphNode[] }
  /** All or nothing. */
  | { kind: 'batch'; edits: readonly Edit[] };

/** `undo` gives back the graph as it was, member for member; its own undo is the redo. */
export type Applied = { graph: GraphDocument; undo: Edit };
