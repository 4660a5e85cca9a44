import type { LiveSecret, VerificationPlan } from '#lib/core/verification/types.ts';
import type { DedupeRule } from './dedupe-key.ts';
import type { EndpointConfig, EndpointParts } from './endpoint-config.ts';
import type { EventRule } from './identify-event.ts';
import type { AddressList } from './sender-address.ts';

/** An endpoint as the door obeys it, everything compiled. Times are Unix milliseconds. */
export type DoorEndpoint = {
  id: string;
  workspaceId: string;
  revision: number;
  config: EndpointConfig;
  /** What an accepted request is told; `body` null: the contract's JSON with its id. */
  answer: { status: number; headers: Readonly<Record<string, string>>; body: string | null };
  plan: VerificationPlan;
  secrets: readonly { secret: LiveSecret; expiresAt: number | null }[];
  event: EventRule;
  dedupe: DedupeRule;
  /** Null: everybody may come in. */
  ipAllow: AddressList | null;
  expiresAt: number | null;
  /** When the token that was asked for ends; null for the current one. */
  tokenExpiresAt: number | null;
  deleted: boolean;
  /** A live version answers the sender itself. */
  responds: boolean;
};

/** The endpoint's row and what hangs on it, secrets decrypted. */
export type StoredEndpoint = Pick<
  DoorEndpoint,
  | 'id'
  | 'workspaceId'
  | 'revision'
  | 'secrets'
  | 'expiresAt'
  | 'tokenExpiresAt'
  | 'deleted'
  | 'responds'
> & { parts: EndpointParts };
