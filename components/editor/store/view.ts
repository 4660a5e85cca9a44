import type { Json } from '#lib/core/json.ts';
import type { MemberRole } from '#lib/core/principal.ts';

/** Where a new step goes. `at`: canvas coordinates of its left top corner, as it was let go. */
export type AddTarget =
  | { kind: 'after'; nodeId: string; port?: string }
  | { kind: 'edge'; edgeId: string; at?: { x: number; y: number } }
  | { kind: 'at'; at: { x: number; y: number }; from?: { node: string; port: string } };

/** The one list that is open over the canvas. `x`, `y`: pixels of the window, where it opens. */
export type CanvasMenu =
  | { kind: 'add'; target: AddTarget; x: number; y: number }
  | { kind: 'connect' | 'disconnect'; nodeId: string; x: number; y: number }
  | { kind: 'find'; x: number; y: number };

export type ViewState = {
  /** Steps by id. */
  selection: ReadonlySet<string>;
  selectedEdges: ReadonlySet<string>;
  /** The step whose settings the dock shows. */
  openNodeId: string | null;
  /** A field of the open step that should get the focus: a dotted path inside its settings. */
  openField: string | null;
  /** The stored request that templates are previewed with and that Test runs. */
  sampleRequestId: string | null;
  /** A pasted body in the place of a stored request. */
  pasted: { body: Json } | null;
  /** Outputs that steps after these are previewed with, whatever runs. */
  pins: ReadonlyMap<string, Json>;
  /** Whether Test calls other services, or pretends to. */
  effects: 'real' | 'stub';
  role: MemberRole;
  /** Not for viewers. */
  canEdit: boolean;
  /** Nor on small screens: a thumb on a canvas moves what it only meant to touch. */
  canDrag: boolean;
  renamingId: string | null;
  menu: CanvasMenu | null;
  /** Steps whose `error` port is drawn although nothing is wired to it. */
  errorPorts: ReadonlySet<string>;
  /** Said to screen readers, and shown where `shown`. `key` tells two equal sentences apart. */
  spoken: { text: string; key: number; shown: boolean };
};

export function openView(role: MemberRole, sampleRequestId: string | null): ViewState {
  return {
    selection: new Set(),
    selectedEdges: new Set(),
    openNodeId: null,
    openField: null,
    sampleRequestId,
    pasted: null,
    pins: new Map(),
    effects: 'real',
    role,
    canEdit: role !== 'viewer',
    canDrag: role !== 'viewer',
    renamingId: null,
    menu: null,
    errorPorts: new Set(),
    spoken: { text: '', key: 0, shown: false },
  };
}

/** What is selected or open after steps went away. */
export function keepExisting(view: ViewState, exists: (id: string) => boolean): Partial<ViewState> {
  const selection = new Set([...view.selection].filter(exists));
  return {
    ...(selection.size !== view.selection.size && { selection }),
    ...(view.openNodeId && !exists(view.openNodeId) && { openNodeId: null, openField: null }),
    ...(view.renamingId && !exists(view.renamingId) && { renamingId: null }),
  };
}
