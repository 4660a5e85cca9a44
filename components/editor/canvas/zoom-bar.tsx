'use client';

import { Maximize, Minus, Plus, ScanSearch } from 'lucide-react';
import { useReactFlow, useViewport } from 'reactflow';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { targetAfterSelection } from './step-actions.ts';

export function ZoomBar() {
  const text = useText();
  const store = useEditorStore();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const { zoom } = useViewport();
  const canEdit = useEditor((state) => state.canEdit);
  return (
    <div className="ed-pop absolute bottom-3 left-3 z-5 flex items-center px-0.5 max-sm:right-3 max-sm:left-auto">
      {canEdit && (
        <IconButton
          icon={Plus}
          label={text('editor.menu.add')}
          className="sm:hidden"
          onClick={() => {
            const target = targetAfterSelection(store);
            store.getState().openMenu({ kind: 'add', target, x: 0, y: 0 });
          }}
        />
      )}
      <IconButton
        icon={Minus}
        label={text('editor.zoom.out')}
        className="max-sm:hidden"
        onClick={() => void zoomOut()}
      />
      <span className="max-sm:hidden w-11 text-center text-meta text-text-2 tabular-nums">
        {Math.round(zoom * 100)} %
      </span>
      <IconButton
        icon={Plus}
        label={text('editor.zoom.in')}
        className="max-sm:hidden"
        onClick={() => void zoomIn()}
      />
      <IconButton
        icon={Maximize}
        label={text('editor.zoom.fit')}
        onClick={() => void fitView({ maxZoom: 1, padding: 0.15 })}
      />
      <IconButton
        icon={ScanSearch}
        label={text('editor.menu.find')}
        onClick={({ clientX: x, clientY: y }) => store.getState().openMenu({ kind: 'find', x, y })}
      />
    </div>
  );
}
