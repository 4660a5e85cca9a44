'use client';

import { CircleX, EyeOff, TriangleAlert } from 'lucide-react';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { GraphProblem } from '#lib/core/graph/problem.ts';

export type ProblemBoxProps = {
  title: string;
  problems: readonly GraphProblem[];
  onFix: (problem: GraphProblem) => void;
  /** A disabled step does nothing, so nothing is wrong with it. */
  canDisable?: boolean;
};

export function ProblemBox({ title, problems, onFix, canDisable = false }: ProblemBoxProps) {
  const text = useText();
  const store = useEditorStore();
  const nodes = useEditor((state) => state.graph.nodes);
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  if (problems.length === 0) return null;
  return (
    <section aria-label={title} className="flex flex-col gap-1.5">
      <h3 className="font-medium text-meta">
        {title}
        <span className="ml-1.5 text-micro text-text-3 tabular-nums">{problems.length}</span>
      </h3>
      <ul className="divide-y divide-line rounded-md inset-ring inset-ring-line">
        {problems.map((problem) => {
          const { nodeId, field, message, severity } = problem;
          const bad = severity === 'error';
          return (
            <li
              key={`${nodeId} ${field} ${message}`}
              className="flex min-h-11 items-center gap-2.5 py-1.5 pr-2 pl-3"
            >
              <Icon
                icon={bad ? CircleX : TriangleAlert}
                className={bad ? 'text-bad' : 'text-wait'}
              />
              <span className="min-w-0 flex-1">
                {nodeId && (
                  <span className="block font-semibold text-text">{names.get(nodeId)}</span>
                )}
                {message}
              </span>
              {nodeId && canDisable && (
                <Button
                  variant="ghost"
                  size="sm"
                  icon={EyeOff}
                  className="max-sm:hidden"
                  onClick={() => {
                    const edit = { kind: 'set_disabled' as const, id: nodeId, disabled: true };
                    store.getState().apply(edit);
                    store.getState().checkProblems();
                  }}
                >
                  {text('editor.publish.disable')}
                </Button>
              )}
              {nodeId && (
                <Button size="sm" onClick={() => onFix(problem)}>
                  {text(bad ? 'editor.problems.fix' : 'editor.problems.show')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
