'use client';

import { memo } from 'react';
import { Handle, type NodeProps, Position } from 'reactflow';
import type { StepShape } from '#components/editor/graph/step-shape.ts';
import { StepTile } from '#components/editor/step-tile.tsx';
import { portLabel, stepTypeName } from '#components/steps/step-words.ts';
import { useText } from '#components/text.tsx';
import type { GraphNode } from '#lib/core/graph/document.ts';
import { MarkWord } from './mark-word.tsx';
import type { Mark } from './union-graph.ts';

export type CompareCardData = { step: GraphNode; mark: Mark; shape: StepShape; focused: boolean };

/** One step with what became of it. */
export const CompareCard = memo(function CompareCard({ data }: NodeProps) {
  const { step, mark, shape, focused } = data as CompareCardData;
  const text = useText();
  return (
    <div className="ed-step" data-look={`${mark} ${focused ? 'focused' : ''}`}>
      <div className="ed-head">
        <StepTile type={step.type} />
        <div className="min-w-0 flex-1">
          <div className="ed-name">{step.name}</div>
          <div className="truncate text-micro text-text-3">{stepTypeName(step.type, text)}</div>
        </div>
      </div>
      {shape.hasRows && (
        <div className="pb-0.5">
          {shape.ports.map((port) => (
            <div key={port.id} className="ed-port">
              {portLabel(step, port.id, text)}
            </div>
          ))}
        </div>
      )}
      {shape.hasInput && (
        <Handle type="target" id="in" position={Position.Left} style={{ top: 23 }} />
      )}
      {shape.ports.map(({ id, y }) => (
        <Handle key={id} type="source" id={id} position={Position.Right} style={{ top: y }} />
      ))}
      <div className="ed-foot">
        <MarkWord mark={mark} />
      </div>
    </div>
  );
});
