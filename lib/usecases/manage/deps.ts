import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { Binding, Listener } from '#lib/core/graph/live-trigger.ts';
import type { NodeDefinitions } from '#lib/core/graph/node-type.ts';
import type { VersionAuthor, VersionRecord, WorkflowRecord } from '#lib/core/graph/workflow.ts';
import type { JsonObject } from '#lib/core/json.ts';
import type { EndpointParts } from '#lib/core/request/endpoint-config.ts';
import type {
  EndpointRecord,
  NewEndpoint,
  SealedSecret,
  SealedToken,
  SecretHint,
} from '#lib/core/request/endpoint-record.ts';
import type { Result } from '#lib/core/result.ts';

/** The stores as these use cases see them: every look-up names the workspace. */
export type WorkflowTable = {
  insert(
    workflow: Pick<WorkflowRecord, 'id' | 'workspaceId' | 'name' | 'description' | 'graph'>,
  ): Promise<WorkflowRecord>;
  find(workspaceId: string, id: string): Promise<WorkflowRecord | undefined>;
  /** Nobody else saves, publishes, binds to or deletes it until the transaction ends. */
  lock(workspaceId: string, id: string): Promise<WorkflowRecord | undefined>;
  saveGraph(id: string, graph: GraphDocument): Promise<WorkflowRecord>;
  rename(
    id: string,
    change: { name?: string | undefined; description?: string | undefined },
  ): Promise<WorkflowRecord>;
  markDeleted(id: string): Promise<void>;
  hasChanged(id: string): Promise<boolean>;
  publish(
    id: string,
    version: { graph: GraphDocument; note: string; createdBy: VersionAuthor },
  ): Promise<number>;
  version(
    workflowId: string,
    number: number,
  ): Promise<(VersionRecord & { graph: GraphDocument }) | undefined>;
};

export type EndpointTable = {
  insert(endpoints: NewEndpoint[]): Promise<void>;
  find(workspaceId: string, id: string): Promise<EndpointRecord | undefined>;
  lock(workspaceId: string, id: string): Promise<EndpointRecord | undefined>;
  /** Deleted ones too; nobody changes one before the transaction ends. */
  holdExisting(workspaceId: string, ids: string[]): Promise<{ id: string; deleted: boolean }[]>;
  mintedFor(workflowId: string): Promise<{ id: string; nodeId: string }[]>;
  tokens(ids: string[]): Promise<{ endpointId: string; sealed: string }[]>;
  change(
    id: string,
    change: {
      name?: string | undefined;
      parts?: EndpointParts | undefined;
      metadata?: JsonObject | undefined;
      expiresAt?: Date | null | undefined;
    },
  ): Promise<void>;
  rotate(id: string, token: SealedToken, previousExpiresAt: Date): Promise<void>;
  endPrevious(id: string): Promise<void>;
  addSecrets(id: string, secrets: SealedSecret[]): Promise<SecretHint[]>;
  endSecret(id: string, secretId: string, expiresAt: Date): Promise<void>;
  removeSecrets(id: string, secretIds: string[]): Promise<number>;
  markDeleted(id: string): Promise<void>;
};

export type TriggerTable = {
  bindings(workflowId: string, limit?: number): Promise<Binding[]>;
  bind(workflowId: string, binding: Binding): Promise<void>;
  removeBindings(workflowId: string): Promise<void>;
  liveOf(workflowId: string): Promise<Listener[]>;
  liveWorkflowsOf(endpointId: string): Promise<string[]>;
  addLive(workflowId: string, listeners: Listener[]): Promise<void>;
  removeLive(workflowId: string): Promise<void>;
};

export type Tables = { workflows: WorkflowTable; endpoints: EndpointTable; triggers: TriggerTable };
export type Transaction = Tables & {
  /** The door must see these anew: raises their revision and tells every node, with this commit. */
  endpointsChanged(ids: string[]): Promise<void>;
};

export type ManageDeps = {
  stores: Tables;
  /** A failure rolls back, as a throw does. */
  transact<T>(work: (transaction: Transaction) => Promise<Result<T>>): Promise<Result<T>>;
  box: {
    seal(plain: string, place: { table: string; id: string }): string;
    open(sealed: string, place: { table: string; id: string }): string;
    tokenHash(token: string): Uint8Array<ArrayBuffer>;
  };
  definitions: NodeDefinitions;
  checkSchema(schema: JsonObject): Promise<Result<null>>;
  /** UUIDv7 of now. */
  newId(): string;
  /** At least 128 bits, safe in a URL. */
  newToken(): string;
  /** Unix milliseconds. */
  now(): number;
};

/** Where senders reach the door. */
export type Origin = { url: string; reachable: 'public' | 'local' };
