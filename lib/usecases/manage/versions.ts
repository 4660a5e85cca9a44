import { problem } from '#lib/core/errors.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { VersionAuthor, VersionRecord, WorkflowRecord } from '#lib/core/graph/workflow.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { noWorkflow } from './create-workflow.ts';

export type VersionView = {
  version: number;
  note: string;
  live: boolean;
  createdAt: string;
  createdBy: VersionAuthor | null;
};
type Stores = {
  workflows: {
    find(workspaceId: string, id: string): Promise<WorkflowRecord | undefined>;
    versions(
      workflowId: string,
      page: { before?: number | undefined; limit: number },
    ): Promise<VersionRecord[]>;
    version(
      workflowId: string,
      number: number,
    ): Promise<(VersionRecord & { graph: GraphDocument }) | undefined>;
  };
};
type Named = { workspaceId: string; id: string };

/** Newest first; only those before version `before`. */
export async function listVersions(
  { workflows }: Stores,
  input: Named & { before?: number | undefined; limit: number },
): Promise<Result<VersionView[]>> {
  const { workspaceId, id, before, limit } = input;
  const workflow = await workflows.find(workspaceId, id);
  if (!workflow) return err(noWorkflow);
  const versions = await workflows.versions(id, { before, limit });
  return ok(versions.map((version) => versionView(version, workflow.liveVersion)));
}

export async function getVersion(
  { workflows }: Stores,
  input: Named & { number: number },
): Promise<Result<VersionView & { graph: GraphDocument }>> {
  const { workspaceId, id, number } = input;
  const workflow = await workflows.find(workspaceId, id);
  if (!workflow) return err(noWorkflow);
  const version = await workflows.version(id, number);
  if (!version) return err(problem('not_found', `There is no version ${number}.`));
  return ok({ ...versionView(version, workflow.liveVersion), graph: version.graph });
}

function versionView(version: VersionRecord, liveVersion: number | null): VersionView {
  const { number, note, createdAt, createdBy } = version;
  return {
    version: number,
    note,
    live: number === liveVersion,
    createdAt: createdAt.toISOString(),
    createdBy,
  };
}
