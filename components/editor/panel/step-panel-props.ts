import type { ReactNode } from 'react';
import type { GraphNode } from '#lib/core/graph/document.ts';
import type { Edit } from '#lib/core/graph/edit-kinds.ts';
import type { NodeDefinition } from '#lib/core/graph/node-type.ts';
import type { GraphProblem } from '#lib/core/graph/problem.ts';
import type { Json, JsonObject } from '#lib/core/json.ts';
import type { StepShown } from '../store/overlay.ts';
import type { TriggerDoor } from './forms/webhook-form.tsx';
import type { Asked } from './input/use-sample.ts';

export type StepPanelProps = {
  node: GraphNode;
  definition: NodeDefinition;
  problems: readonly GraphProblem[];
  canEdit: boolean;
  scope: Readonly<Record<string, Json>>;
  /** How reading the sample went. */
  asked: Asked<unknown>;
  doors: readonly TriggerDoor[];
  step: StepShown | undefined;
  runButton: ReactNode;
  /** The dotted path of the field that gets the focus. */
  openField: string | null;
  onChange: (settings: JsonObject) => void;
  onEdit: (edit: Edit, key?: string) => void;
  onRename: (name: string) => void;
  onDelete: () => void;
  onClose: () => void;
  onSeal: () => void;
};

export type PanelTab = 'input' | 'settings' | 'output';
