import { isoTimes } from '#lib/core/iso-times.ts';
import type { Principal } from '#lib/core/principal.ts';
import { ok, type Result } from '#lib/core/result.ts';
import {
  type AcceptInput,
  acceptInvitation,
  readInvitation,
} from '#lib/usecases/people/accept-invitation.ts';
import { changePassword, endSessions, renameUser } from '#lib/usecases/people/account.ts';
import {
  type CreateToken,
  createApiToken,
  removeApiToken,
} from '#lib/usecases/people/api-tokens.ts';
import { type ClaimInput, claimInstance } from '#lib/usecases/people/claim-instance.ts';
import {
  changeConnection,
  createConnection,
  removeConnection,
  testConnection,
} from '#lib/usecases/people/connections.ts';
import { changeMemberRole, inviteMember, removeMember } from '#lib/usecases/people/members.ts';
import { checkOwnerCode } from '#lib/usecases/people/owner-code.ts';
import { type SignInInput, signIn } from '#lib/usecases/people/sign-in.ts';
import { readWorkspace, renameWorkspace } from '#lib/usecases/people/workspace.ts';
import type { People } from './people.ts';

type Page = { before?: string | undefined; limit: number };
type By = { principal: Principal; ip: string };

/** The calls behind the pages and routes about people. */
export function buildPeopleCalls(people: People) {
  return {
    start: startCalls(people),
    session: sessionCalls(people),
    tokens: tokenCalls(people),
    members: memberCalls(people),
    connections: connectionCalls(people),
    /** The security log, newest first. */
    log: async (query: Parameters<People['audit']['list']>[0]) =>
      (await people.audit.list(query)).map(isoTimes),
    workspace: async (id: string) => people.owners.workspace(id),
    settings: {
      read: (id: string) => readWorkspace(people, id),
      rename: (id: string, name: string) => renameWorkspace(people, { id, name }),
    },
  };
}
export type PeopleCalls = ReturnType<typeof buildPeopleCalls>;

function startCalls(people: People) {
  return {
    hasOwner: () => people.owners.hasOwner(),
    firstWorkspace: () => people.owners.firstWorkspace(),
    checkCode: (input: { code: string; ip: string }) => checkOwnerCode(people, input),
    claim: (input: ClaimInput) => claimInstance(people, input),
    invitation: (code: string) => readInvitation(people, code),
    join: (input: AcceptInput) => acceptInvitation(people, input),
  };
}

function sessionCalls(people: People) {
  return {
    signIn: (input: SignInInput) => signIn(people, input),
    read: (headers: Headers) => people.authenticator.session(headers),
    isSecure: people.session.isSecure,
    key: people.session.key,
    rename: (input: By & { name: string }) => renameUser(people, input),
    endAll: (input: By) => endSessions(people, input),
    changePassword: (input: By & { current: string; next: string }) =>
      changePassword(people, input),
  };
}

function tokenCalls(people: People) {
  return {
    list: async (workspaceId: string, page: Page) =>
      (await people.tokens.list(workspaceId, page)).map(isoTimes),
    create: async (input: CreateToken) => shown(await createApiToken(people, input)),
    remove: (input: By & { id: string }) => removeApiToken(people, input),
  };
}

function memberCalls(people: People) {
  return {
    list: async (workspaceId: string, page: Page) =>
      (await people.members.list(workspaceId, page)).map(isoTimes),
    invite: async (input: Parameters<typeof inviteMember>[1]) =>
      shown(await inviteMember(people, input)),
    changeRole: async (input: Parameters<typeof changeMemberRole>[1]) =>
      shown(await changeMemberRole(people, input)),
    remove: (input: By & { id: string }) => removeMember(people, input),
  };
}

function connectionCalls(people: People) {
  return {
    list: async (workspaceId: string, page: Page) =>
      (await people.connections.list(workspaceId, page)).map(isoTimes),
    get: async (workspaceId: string, id: string) => {
      const found = await people.connections.get(workspaceId, id);
      return found && isoTimes(found);
    },
    usage: (workspaceId: string) => people.connections.usage(workspaceId),
    create: async (input: Parameters<typeof createConnection>[1]) =>
      shown(await createConnection(people, input)),
    change: async (input: Parameters<typeof changeConnection>[1]) =>
      shown(await changeConnection(people, input)),
    remove: (input: By & { id: string }) => removeConnection(people, input),
    test: (input: Parameters<typeof testConnection>[1]) => testConnection(people, input),
  };
}

function shown<T extends object>(result: Result<T>) {
  return result.ok ? ok(isoTimes(result.value)) : result;
}
