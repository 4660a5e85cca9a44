import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import type { GraphProblem } from '#lib/core/graph/problem.ts';

type Rows = { problems: readonly GraphProblem[]; onFix: (problem: GraphProblem) => void };

export function ProblemRows({ problems, onFix }: Rows) {
  const text = useText();
  return (
    <ul>
      {problems.map((problem) => (
        <li
          key={`${problem.nodeId} ${problem.field} ${problem.message}`}
          className="flex items-start gap-2 rounded-sm p-1.5"
        >
          <span className={`min-w-0 flex-1 ${problem.severity === 'error' ? '' : 'text-text-2'}`}>
            {problem.message}
          </span>
          {problem.nodeId && (
            <Button size="sm" onClick={() => onFix(problem)}>
              {text('editor.problems.fix')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
