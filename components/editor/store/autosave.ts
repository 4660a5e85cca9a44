import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { SavedDraft, SaveState } from './document.ts';

export type SaveOutcome =
  | { kind: 'saved'; draft: SavedDraft }
  | { kind: 'conflict' }
  | { kind: 'refused'; detail: string }
  | { kind: 'unreachable' };

export type AutosaveDeps = {
  save(graph: GraphDocument, baseRevision: number): Promise<SaveOutcome>;
  read(): { graph: GraphDocument; revision: number };
  onState(state: SaveState, detail?: string): void;
  onSaved(sent: GraphDocument, draft: SavedDraft): void;
};

const quietMs = 700;
const retryMs = [2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * Saves the draft a moment after the last edit, one save at a time. Goes on trying while the server
 * can't be reached. Stops at a conflict or a refusal: the next edit, or `now`, starts it again.
 */
export class Autosave {
  readonly #deps: AutosaveDeps;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<SaveOutcome> | undefined;
  #failures = 0;
  #stopped = false;
  /** The graph last saved or loaded: nothing to do while the store holds it. */
  #saved: GraphDocument;

  constructor(deps: AutosaveDeps) {
    this.#deps = deps;
    this.#saved = deps.read().graph;
  }

  /** The graph may have changed. */
  changed(): void {
    if (this.#stopped || this.#deps.read().graph === this.#saved) return;
    if (this.#saving === undefined) this.#deps.onState('unsaved');
    this.#in(quietMs);
  }

  /** The graph in the store is what the server has: loaded anew, or a restored version. */
  settle(): void {
    clearTimeout(this.#timer);
    this.#stopped = false;
    this.#failures = 0;
    this.#saved = this.#deps.read().graph;
    this.#deps.onState('saved');
  }

  /** After a conflict nothing is saved until it is settled. */
  get isClean(): boolean {
    return this.#deps.read().graph === this.#saved && this.#saving === undefined;
  }

  /** Saves at once what isn't saved, and resolves when it is, or can't be. */
  async now(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (!this.#stopped) {
      if (this.#saving !== undefined) await this.#saving;
      else if (this.isClean) return true;
      else if (!(await this.#start())) return false;
    }
    return false;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#stopped = true;
  }

  #in(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#saving === undefined) void this.#start();
    }, ms);
  }

  async #start(): Promise<boolean> {
    const { graph, revision } = this.#deps.read();
    this.#deps.onState('saving');
    const saving = this.#deps.save(graph, revision);
    this.#saving = saving;
    const outcome = await saving;
    this.#saving = undefined;
    this.#settleOutcome(graph, outcome);
    return outcome.kind === 'saved';
  }

  #settleOutcome(sent: GraphDocument, outcome: SaveOutcome): void {
    switch (outcome.kind) {
      case 'saved': {
        this.#failures = 0;
        const whole = this.#deps.read().graph === sent;
        this.#deps.onSaved(sent, outcome.draft);
        if (whole) this.#saved = this.#deps.read().graph;
        else this.#in(quietMs);
        return;
      }
      case 'unreachable': {
        this.#deps.onState('unreachable');
        this.#in(retryMs[Math.min(this.#failures, retryMs.length - 1)] ?? quietMs);
        this.#failures += 1;
        return;
      }
      case 'conflict':
        this.#stopped = true;
        this.#deps.onState('conflict');
        return;
      case 'refused':
        this.#deps.onState('refused', outcome.detail);
        return;
    }
  }
}
