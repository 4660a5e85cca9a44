import type { JsonObject } from '#lib/core/json.ts';
import type { EndpointParts } from './endpoint-config.ts';

/** What is shown of a secret; the value is never read back. */
export type SecretHint = { id: string; hint: string; createdAt: Date; expiresAt: Date | null };

/** An endpoint as people manage it. The door reads its own, smaller view. */
export type EndpointRecord = {
  id: string;
  workspaceId: string;
  name: string;
  parts: EndpointParts;
  metadata: JsonObject;
  revision: number;
  expiresAt: Date | null;
  createdAt: Date;
  /** The current token, sealed. */
  sealedToken: string;
  /** Rotated out, but still let in. */
  previousTokens: { sealed: string; expiresAt: Date }[];
  secrets: SecretHint[];
  triggers: { workflowId: string; nodeId: string; live: boolean }[];
};

export type SealedSecret = { id: string; sealed: string; hint: string; expiresAt: Date | null };
export type SealedToken = { hash: Uint8Array<ArrayBuffer>; sealed: string };

export type NewEndpoint = {
  id: string;
  workspaceId: string;
  name: string;
  parts: EndpointParts;
  metadata: JsonObject;
  expiresAt: Date | null;
  token: SealedToken;
  secrets: SealedSecret[];
  /** The webhook node it was made for: saving the graph again finds it by this. */
  minted: { workflowId: string; nodeId: string } | null;
};
