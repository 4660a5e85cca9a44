'use client';

import { memo } from 'react';
import { BaseEdge, type EdgeProps, getBezierPath } from 'reactflow';
import type { Mark } from './union-graph.ts';

export const CompareWire = memo(function CompareWire(props: EdgeProps) {
  const [path] = getBezierPath(props);
  const mark = (props.data?.mark ?? 'same') as Mark;
  return <BaseEdge id={props.id} path={path} className={`ed-wire-${mark}`} />;
});
