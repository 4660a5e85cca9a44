'use client';

import { useEffect, useState } from 'react';
import { type ApiFailure, callApi } from '../../api/call-api.ts';
import { failureWords } from '../../api/failure-words.ts';
import { queryClient } from '../../api/query-client.ts';
import { refresh } from '../../api/use-read.ts';
import { useText } from '../../text.tsx';
import { useToast } from '../../ui/toast.tsx';
import {
  changedSections,
  draftOf,
  type Endpoint,
  type EndpointDraft,
  rebase,
  type Section,
} from '../endpoint-draft.ts';
import { draftProblems } from './model/draft-problems.ts';
import { type SaveOutcome, saveEndpoint } from './model/save-endpoint.ts';
import type { PaneProblem } from './pane-context.ts';

type Edit = {
  base: Endpoint;
  draft: EndpointDraft;
  unreadable: readonly Section[];
  newSecret: string;
  /** The new secret was made here: once it is in use it has to be shown to be copied. */
  generated: boolean;
  /** Raised when the form must show other values than those typed into it. */
  generation: number;
};
type Conflict = Extract<SaveOutcome, { kind: 'conflict' }>;

/** What a person changes in the settings until they save it or take it back. */
export function useEndpointSettings(endpoint: Endpoint) {
  const [edit, setEdit] = useState<Edit>(() => ({ ...begun(endpoint), generation: 0 }));
  const [wantsProblems, setWantsProblems] = useState(false);
  const [refused, setRefused] = useState<readonly PaneProblem[]>([]);
  const text = useText();
  useLatest(endpoint, setEdit);

  const { draft, newSecret, unreadable } = edit;
  const changed = changedSections(draftOf(edit.base), draft);
  const local = draftProblems(draft, unreadable);
  const own = local.map(({ field, key, values }) => ({ field, message: text(key, values) }));

  function start(from: Endpoint): void {
    setEdit(({ generation }) => ({ ...begun(from), generation: generation + 1 }));
    setWantsProblems(false);
    setRefused([]);
  }

  return {
    ...edit,
    changed,
    dirty: changed.length > 0 || unreadable.length > 0 || newSecret !== '',
    savable: local.length === 0,
    problems: wantsProblems ? [...own, ...refused] : refused,
    set: <S extends Section>(section: S, value: EndpointDraft[S]) =>
      setEdit((now) => ({ ...now, draft: { ...now.draft, [section]: value } })),
    setReadable: (section: Section, readable: boolean) =>
      setEdit((now) => ({ ...now, unreadable: listed(now.unreadable, section, !readable) })),
    setNewSecret: (newSecret: string, generated = false) =>
      setEdit((now) => ({ ...now, newSecret, generated })),
    setDraft: (base: Endpoint, given: EndpointDraft) =>
      setEdit((now) => ({ ...now, base, draft: given, generation: now.generation + 1 })),
    showProblems: () => setWantsProblems(true),
    setRefused,
    // Right after a save the answer of it is newer than what was read last.
    undo: () => start(endpoint.revision >= edit.base.revision ? endpoint : edit.base),
    start,
  };
}
export type EndpointSettings = ReturnType<typeof useEndpointSettings>;

function begun(base: Endpoint): Omit<Edit, 'generation'> {
  return { base, draft: draftOf(base), unreadable: [], newSecret: '', generated: false };
}

function listed(sections: readonly Section[], section: Section, isIn: boolean) {
  const others = sections.filter((other) => other !== section);
  return isIn ? [...others, section] : others;
}

/**
 * What others saved, or a new secret, comes under this person's changes. Where both changed the same
 * section nothing moves: saving will ask.
 */
function useLatest(endpoint: Endpoint, setEdit: (change: (edit: Edit) => Edit) => void): void {
  useEffect(() => {
    setEdit((edit) => {
      if (edit.base.revision >= endpoint.revision) return edit;
      const merged = rebase(draftOf(edit.base), edit.draft, draftOf(endpoint));
      if (merged.conflicts.length > 0) return edit;
      const moved = changedSections(edit.draft, merged.draft).length > 0;
      const generation = edit.generation + Number(moved);
      return { ...edit, base: endpoint, draft: merged.draft, generation };
    });
  }, [endpoint, setEdit]);
}

export type Saving = {
  busy: boolean;
  conflict: Conflict | undefined;
  save: () => void;
  keepMine: () => void;
  takeTheirs: () => void;
  dismiss: () => void;
  /** A secret that was generated and is in use now. */
  shownOnce: string | undefined;
  closeShownOnce: () => void;
};

/** Saves, puts what the server refuses at its fields, and asks where somebody else was quicker. */
export function useSave(
  settings: EndpointSettings,
  onProblems: (fields: string[]) => void,
): Saving {
  const text = useText();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [conflict, setConflict] = useState<Conflict>();
  const [shownOnce, setShownOnce] = useState<string>();
  const { base, draft, newSecret, generated } = settings;

  function fail(failure: ApiFailure): void {
    const fields = failure.errors.flatMap(({ field, message }) =>
      field === undefined ? [] : [{ field, message }],
    );
    settings.setRefused(fields);
    onProblems(fields.map(({ field }) => field));
    if (fields.length === 0) toast({ title: failureWords(failure, text), tone: 'bad' });
  }

  async function send(from: Endpoint, given: EndpointDraft): Promise<void> {
    const path = `/api/v1/endpoints/${base.id}`;
    setBusy(true);
    settings.setRefused([]);
    const outcome = await saveEndpoint(
      {
        patch: (body) => callApi<Endpoint>(path, { method: 'PATCH', body }),
        read: () => callApi<Endpoint>(path),
      },
      { base: from, draft: given, newSecret },
    );
    setBusy(false);
    if (outcome.kind === 'conflict') return setConflict(outcome);
    if (outcome.kind === 'failed') return fail(outcome.failure);
    queryClient().setQueryData([path], outcome.endpoint);
    settings.start(outcome.endpoint);
    if (generated) setShownOnce(newSecret);
    toast({ title: text('pane.saved') });
    await refresh('/api/v1/endpoints');
  }

  function save(): void {
    settings.showProblems();
    if (settings.savable) return void send(base, draft);
    onProblems(draftProblems(draft, settings.unreadable).map(({ field }) => field));
  }

  function resolve(act: (found: Conflict) => void): void {
    if (conflict) act(conflict);
    setConflict(undefined);
  }

  return {
    busy,
    conflict,
    save,
    keepMine: () =>
      resolve(({ latest, draft: mine }) => {
        settings.setDraft(latest, mine);
        void send(latest, mine);
      }),
    takeTheirs: () =>
      resolve(({ latest, draft: mine, sections }) => {
        const theirs = draftOf(latest);
        const taken = Object.fromEntries(sections.map((section) => [section, theirs[section]]));
        settings.setDraft(latest, { ...mine, ...taken });
      }),
    dismiss: () => setConflict(undefined),
    shownOnce,
    closeShownOnce: () => setShownOnce(undefined),
  };
}
