import { z } from 'zod';
import type { Json } from '#lib/core/json.ts';

/** The graph document as `API.md` fixes it: what the canvas edits, what publishing freezes. */
const nodeId = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,39}$/, {
  error:
    'A step id has up to 40 letters, digits or underscores and starts with a letter or underscore.',
});

export const jsonValue: z.ZodType<Json> = z.json() as z.ZodType<Json>;

const graphNode = z.strictObject({
  id: nodeId,
  type: z.string().min(1).max(60),
  name: z.string().min(1).max(200),
  position: z.strictObject({ x: z.number(), y: z.number() }),
  settings: z.record(z.string(), jsonValue),
  /** A disabled step passes what reaches it on through its first port and does nothing. */
  disabled: z.boolean().optional(),
  note: z.string().max(4000).optional(),
  /** How often a failed action is tried again. Absent: the type's own default. */
  retry: z
    .strictObject({
      attempts: z.int().min(1).max(20),
      baseSeconds: z.number().min(0).max(3600).optional(),
      maxSeconds: z.number().min(0).max(86_400).optional(),
    })
    .optional(),
});
export type GraphNode = z.infer<typeof graphNode>;

const portRef = z.strictObject({ node: nodeId, port: z.string().min(1).max(60) });
export type PortRef = z.infer<typeof portRef>;

const graphEdge = z.strictObject({
  id: z.string().min(1).max(60),
  from: portRef,
  to: portRef,
});
export type GraphEdge = z.infer<typeof graphEdge>;

const graphNote = z.strictObject({
  id: z.string().min(1).max(60),
  text: z.string().max(4000),
  position: z.strictObject({ x: z.number(), y: z.number() }),
  size: z.strictObject({ width: z.number(), height: z.number() }).optional(),
});
export type GraphNote = z.infer<typeof graphNote>;

export const graphDocument = z.strictObject({
  schema: z.literal(1),
  nodes: z.array(graphNode).max(1000),
  edges: z.array(graphEdge).max(4000),
  notes: z.array(graphNote).max(200).optional(),
  vars: z.record(z.string(), jsonValue).optional(),
});
export type GraphDocument = z.infer<typeof graphDocument>;

export const emptyGraph: GraphDocument = { schema: 1, nodes: [], edges: [] };
