import { problem } from '#lib/core/errors.ts';
import { err, ok, type Result } from '#lib/core/result.ts';

/** What the server's variables set for every workspace. */
export type WorkspaceLimits = {
  retentionDays: number;
  publicUrl: string | null;
  egressAllow: string[];
};
export type WorkspaceSettings = WorkspaceLimits & { id: string; name: string };
type Named = { id: string; name: string };
export type WorkspaceDeps = {
  owners: {
    workspace(id: string): Promise<Named | undefined>;
    renameWorkspace(id: string, name: string): Promise<Named | undefined>;
  };
  workspaceLimits: WorkspaceLimits;
  /** Sessions name the workspace: all are read anew on this node. */
  forgetAll(): void;
};

const gone = problem('not_found', 'The workspace is gone.');

export async function readWorkspace(
  deps: WorkspaceDeps,
  id: string,
): Promise<Result<WorkspaceSettings>> {
  const found = await deps.owners.workspace(id);
  return found ? ok({ ...found, ...deps.workspaceLimits }) : err(gone);
}

/** Shown by the new name here at once, on other nodes within 5 s. */
export async function renameWorkspace(
  deps: WorkspaceDeps,
  input: { id: string; name: string },
): Promise<Result<WorkspaceSettings>> {
  const renamed = await deps.owners.renameWorkspace(input.id, input.name);
  if (!renamed) return err(gone);
  deps.forgetAll();
  return ok({ ...renamed, ...deps.workspaceLimits });
}
