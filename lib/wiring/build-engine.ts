import type { ConnectionStore } from '#lib/adapters/db/connection-store.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';
import { nodeRuntimes } from '#lib/nodes/runtimes.ts';
import { Engine, type EngineOptions } from './engine.ts';

type Parts = Pick<
  EngineOptions,
  'pool' | 'notifications' | 'log' | 'send' | 'answers' | 'alone'
> & {
  connections: ConnectionStore;
};

/** The engine over the node types that this release has. */
export function buildEngine({ connections, ...parts }: Parts): Engine {
  return new Engine({
    ...parts,
    definitions: nodeDefinitions,
    runtimes: nodeRuntimes,
    connection: (workspaceId, id) => connections.secret(workspaceId, id),
  });
}
