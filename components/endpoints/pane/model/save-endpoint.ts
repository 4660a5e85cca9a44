import type { ApiAnswer, ApiFailure } from '../../../api/call-api.ts';
import {
  draftOf,
  type Endpoint,
  type EndpointDraft,
  patchOf,
  rebase,
  type Section,
} from '../../endpoint-draft.ts';

export type SaveDeps = {
  patch(body: object): Promise<ApiAnswer<Endpoint>>;
  read(): Promise<ApiAnswer<Endpoint>>;
};

export type SaveInput = {
  /** As it was when the person began. */
  base: Endpoint;
  draft: EndpointDraft;
  /** Of a scheme that was chosen anew; takes the place of the secrets there are. '' leaves them. */
  newSecret: string;
};

export type SaveOutcome =
  | { kind: 'saved'; endpoint: Endpoint }
  | { kind: 'failed'; failure: ApiFailure }
  /** Somebody changed the same sections meanwhile: `draft` has this person's, over the latest. */
  | { kind: 'conflict'; latest: Endpoint; draft: EndpointDraft; sections: Section[] };

const tries = 3;

/**
 * Saves what changed, if nobody changed the endpoint since `base`. Where somebody did, but elsewhere
 * (a secret, a publish, another section), it saves on top of that; where it was the same section,
 * nothing is saved and the person is to be asked.
 */
export async function saveEndpoint(deps: SaveDeps, input: SaveInput): Promise<SaveOutcome> {
  let { base, draft } = input;
  for (let left = tries; ; left -= 1) {
    const answer = await deps.patch(bodyOf({ ...input, base, draft }));
    if (answer.ok) return { kind: 'saved', endpoint: answer.body };
    if (answer.failure.code !== 'revision_conflict' || left <= 1)
      return { kind: 'failed', failure: answer.failure };
    const latest = await deps.read();
    if (!latest.ok) return { kind: 'failed', failure: latest.failure };
    const merged = rebase(draftOf(base), draft, draftOf(latest.body));
    if (merged.conflicts.length > 0) {
      const { draft: mine, conflicts: sections } = merged;
      return { kind: 'conflict', latest: latest.body, draft: mine, sections };
    }
    base = latest.body;
    draft = merged.draft;
  }
}

function bodyOf({ base, draft, newSecret }: SaveInput): object {
  const patch = patchOf(draftOf(base), draft);
  const { verification } = patch;
  const secrets = newSecret === '' ? {} : { secrets: [newSecret] };
  return {
    ...patch,
    ...(verification && { verification: { ...verification, ...secrets } }),
    baseRevision: base.revision,
  };
}
