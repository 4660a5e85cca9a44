'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useReactFlow } from 'reactflow';
import { stepTypes } from '#components/editor/graph/step-types.ts';
import { wireProblem } from '#components/editor/graph/wire-problem.ts';
import { StepTile } from '#components/editor/step-tile.tsx';
import type { EditorStore } from '#components/editor/store/create-editor-store.ts';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import type { CanvasMenu as OpenMenu } from '#components/editor/store/view.ts';
import { portLabel, stepTypeName } from '#components/steps/step-words.ts';
import { useText } from '#components/text.tsx';
import { outputPorts } from '#lib/core/graph/topology.ts';
import type { Text } from '#lib/i18n/text.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';
import { addStep, connectSteps, disconnectSteps } from './step-actions.ts';

type Choice = {
  key: string;
  type: string;
  label: string;
  detail: string;
  /** What it is found by, where that is more than what is seen. */
  words?: string;
  act: () => void;
};

/** The list over the canvas: steps to add, to connect to, or to find, by name. */
export function CanvasMenu() {
  const menu = useEditor((state) => state.menu);
  if (!menu) return null;
  return <MenuList key={`${menu.kind} ${menu.x} ${menu.y}`} menu={menu} />;
}

function MenuList({ menu }: { menu: OpenMenu }) {
  const text = useText();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const { box, close, choose, choices } = useMenu(menu, query.trim().toLowerCase());
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) setActive((active + by + choices.length) % Math.max(1, choices.length));
    else if (event.key === 'Enter') choose(choices[active]);
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      className="ed-pop fixed z-30 w-[264px] p-1.5 max-sm:top-auto! max-sm:right-0 max-sm:bottom-0 max-sm:left-0! max-sm:w-auto max-sm:pb-4"
      style={{
        left: Math.max(8, Math.min(menu.x, window.innerWidth - 280)),
        top: Math.max(8, Math.min(menu.y, window.innerHeight - 360)),
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: The list has just been asked for.
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={choices[active] && `${listId}-${active}`}
        aria-label={text(`editor.menu.${menu.kind}`)}
        placeholder={text(`editor.menu.${menu.kind}`)}
        className="h-[30px] w-full rounded-sm bg-input px-2.5 outline-none inset-ring inset-ring-line-field placeholder:text-text-3 focus:inset-ring-focus"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ChoiceList
        listId={listId}
        label={text(`editor.menu.${menu.kind}`)}
        {...{ choices, active, choose }}
      />
      {choices.length === 0 && (
        <p className="px-2 py-2 text-meta text-text-2">{text('editor.menu.none')}</p>
      )}
    </div>
  );
}

type Choices = {
  listId: string;
  label: string;
  choices: readonly Choice[];
  active: number;
  choose: (choice: Choice) => void;
};

function ChoiceList({ listId, label, choices, active, choose }: Choices) {
  return (
    <div
      role="listbox"
      id={listId}
      aria-label={label}
      className="mt-1 max-h-[300px] overflow-y-auto"
    >
      {choices.map((choice, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: The field above has the keys.
        // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant marks the active one.
        <div
          key={choice.key}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === active}
          className={`flex min-h-8 items-center gap-2 max-sm:min-h-11 rounded-sm px-1.5 py-0.5 ${index === active ? 'bg-press' : 'hover:bg-hover'}`}
          onClick={() => choose(choice)}
        >
          <StepTile type={choice.type} small />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{choice.label}</span>
            <span
              className={`block truncate text-micro ${index === active ? 'text-text-2' : 'text-text-3'}`}
            >
              {choice.detail}
            </span>
          </span>
        </div>
      ))}
    </div>
  );
}

function useMenu(menu: OpenMenu, wanted: string) {
  const text = useText();
  const store = useEditorStore();
  const { setCenter } = useReactFlow();
  const box = useRef<HTMLDivElement>(null);
  const goTo = (id: string) => {
    const at = store.getState().graph.nodes.find((node) => node.id === id)?.position;
    if (at) void setCenter(at.x + 92, at.y + 46, { zoom: 1 });
  };
  const close = () => store.getState().openMenu(null);
  const choose = (choice: Choice | undefined) => {
    choice?.act();
    if (choice) close();
  };
  useEffect(() => {
    const outside = ({ target }: Event) => {
      if (!box.current?.contains(target as globalThis.Node)) store.getState().openMenu(null);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [store]);
  const choices = choicesOf({ store, text, menu, goTo }).filter(({ label, detail, words }) =>
    (words ?? `${label} ${detail}`).toLowerCase().includes(wanted),
  );
  return { box, close, choose, choices };
}

type Choosing = { store: EditorStore; text: Text; menu: OpenMenu; goTo: (id: string) => void };

function choicesOf({ store, text, menu, goTo }: Choosing): Choice[] {
  const { graph, select } = store.getState();
  if (menu.kind === 'add') {
    return stepTypes(text).map(({ type, label, help, words }) => {
      const act = () => addStep(store, text, { type, target: menu.target });
      return { key: type, type, label, detail: help, words, act };
    });
  }
  if (menu.kind === 'find') {
    return graph.nodes.map(({ id, type, name }) => {
      const act = () => {
        select([id]);
        goTo(id);
      };
      return {
        key: id,
        type,
        label: name,
        detail: stepTypeName(type, text),
        act,
      };
    });
  }
  if (menu.kind === 'disconnect') return wiresOf(store, text, menu.nodeId);
  const source = graph.nodes.find(({ id }) => id === menu.nodeId);
  if (!source) return [];
  return outputPorts(source, nodeDefinitions).flatMap((port) =>
    graph.nodes
      .filter(({ id }) => !wireProblem(graph, { node: source.id, port }, { node: id, port: 'in' }))
      .map(({ id, type, name }) => ({
        key: `${port} ${id}`,
        type,
        label: name,
        detail: portLabel(source, port, text),
        act: () =>
          connectSteps(store, text, {
            from: { node: source.id, port },
            to: { node: id, port: 'in' },
          }),
      })),
  );
}

function wiresOf(store: EditorStore, text: Text, nodeId: string): Choice[] {
  const { graph } = store.getState();
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return graph.edges.flatMap(({ id, from, to }) => {
    const [source, target] = [nodes.get(from.node), nodes.get(to.node)];
    if (!source || !target || (from.node !== nodeId && to.node !== nodeId)) return [];
    const far = source.id === nodeId ? target : source;
    return {
      key: id,
      type: far.type,
      label: text('editor.wire.name', { from: source.name, to: target.name }),
      detail: portLabel(source, from.port, text),
      act: () => disconnectSteps(store, text, id),
    };
  });
}
