import type { GraphDocument } from '#lib/core/graph/document.ts';

/** A published version as the API lists it. */
export type Version = {
  version: number;
  note: string;
  live: boolean;
  createdAt: string;
  createdBy: { kind: string; id: string; label: string } | null;
};
export type VersionWithGraph = Version & { graph: GraphDocument };

/** What is looked at: the draft, or a version by its number. */
export type Chosen = 'draft' | number;
