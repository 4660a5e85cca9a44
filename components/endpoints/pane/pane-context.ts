import { createContext, useContext } from 'react';
import type { Endpoint, EndpointDraft, Section } from '../endpoint-draft.ts';
import type { EndpointStats, Provider } from '../endpoint-types.ts';

export type Secret = Endpoint['verification']['secrets'][number];
export type PaneProblem = { field: string; message: string };
export type ChangeResponse = (change: Partial<EndpointDraft['response']>) => void;

export type PaneState = {
  /** As it is in force now. */
  endpoint: Endpoint;
  draft: EndpointDraft;
  set: <S extends Section>(section: S, value: EndpointDraft[S]) => void;
  changed: readonly Section[];
  problems: readonly PaneProblem[];
  /** A section whose text is no JSON can't be saved. */
  setReadable: (section: Section, readable: boolean) => void;
  /** The secret that goes with a scheme that was chosen anew. */
  newSecret: string;
  setNewSecret: (secret: string, generated?: boolean) => void;
  canEdit: boolean;
  providers: readonly Provider[];
  /** Of the last 24 hours. */
  stats: EndpointStats | undefined;
};

export const PaneContext = createContext<PaneState | undefined>(undefined);

export function usePane(): PaneState {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('EndpointPane is missing above.');
  return pane;
}
