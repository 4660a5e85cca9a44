'use client';

import { useText } from '#components/text.tsx';
import type { GraphNode } from '#lib/core/graph/document.ts';
import type { Edit } from '#lib/core/graph/edit-kinds.ts';
import type { NodeDefinition } from '#lib/core/graph/node-type.ts';
import { usePanel } from '../fields/panel-context.tsx';
import { controlClass, Setting } from '../fields/setting.tsx';

export type RetryFormProps = {
  node: GraphNode;
  definition: NodeDefinition;
  onEdit: (edit: Edit, key: string) => void;
};
type Retry = NonNullable<GraphNode['retry']>;

const limits = { attempts: [1, 20], baseSeconds: [0, 3600], maxSeconds: [0, 86_400] } as const;
const names = ['attempts', 'baseSeconds', 'maxSeconds'] as const;

/** How often a failure that can pass is tried again, and after how long. */
export function RetryForm({ node, definition, onEdit }: RetryFormProps) {
  const text = useText();
  const { canEdit } = usePanel();
  if (definition.defaultAttempts === 1 && node.retry === undefined) return null;
  const retry: Retry = node.retry ?? { attempts: definition.defaultAttempts };
  const set = (name: keyof Retry, typed: string) => {
    const { [name]: _, ...rest } = retry;
    const [least, most] = limits[name];
    const value = Math.max(least, Math.min(most, Number(typed)));
    const next = typed === '' || Number.isNaN(value) ? rest : { ...rest, [name]: value };
    onEdit({ kind: 'set_retry', id: node.id, retry: { attempts: 1, ...next } }, `retry ${name}`);
  };
  return (
    <fieldset className="flex flex-col gap-2 border-line border-t pt-3">
      <legend className="sr-only">{text('panel.retry')}</legend>
      <p className="font-medium text-meta text-text-2">{text('panel.retry')}</p>
      <div className="grid grid-cols-3 gap-2 max-sm:grid-cols-1">
        {names.map((name) => (
          <Setting key={name} label={text(`panel.retry.${name}`)} field={`retry.${name}`}>
            {(control) => (
              <input
                {...control}
                type="number"
                min={limits[name][0]}
                max={limits[name][1]}
                step={name === 'attempts' ? 1 : 'any'}
                value={retry[name] ?? ''}
                placeholder={text('panel.retry.usual')}
                disabled={!canEdit}
                onChange={({ target }) => set(name, target.value)}
                className={controlClass}
              />
            )}
          </Setting>
        ))}
      </div>
      <p className="text-meta text-text-3">{text('panel.retry.help')}</p>
    </fieldset>
  );
}
