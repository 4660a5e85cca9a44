import type { z } from 'zod';
import type { runDetail, runListItem, runStep, runSummary } from '#lib/contracts/run.ts';
import type { NodeKind } from '#lib/core/graph/node-type.ts';

export type RunSummary = z.infer<typeof runSummary>;
export type RunListItem = z.infer<typeof runListItem>;
export type RunDetail = z.infer<typeof runDetail>;
export type RunStep = z.infer<typeof runStep>;
export type RunStatus = RunSummary['status'];

/** What the page of one run knows beyond the run. */
export type RunSurroundings = {
  /** Null once it is deleted. */
  workflow: { name: string; liveVersion: number | null } | null;
  /** The steps of the version that ran; empty where it is gone. */
  nodes: readonly { id: string; name: string; type: string }[];
  /** Between those steps. */
  edges: readonly { from: string; port: string; to: string }[];
  /** Null past the days that are kept. */
  request: { event: string | null; replayOf: string | null } | null;
  /** How the step types are called and look. */
  kinds: Readonly<Record<string, { label: string; icon: string; kind: NodeKind }>>;
};
