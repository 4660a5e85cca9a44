import { z } from 'zod';
import { id } from './common.ts';
import { contract } from './contract.ts';
import { code, email, memberRole, password, personName, workspaceName } from './people.ts';

const me = z
  .object({
    kind: z.enum(['user', 'token', 'instance']),
    id: z.string(),
    label: z.string().describe('An e-mail address, or the name of a token'),
    role: memberRole,
    workspace: z.object({ id, name: z.string() }),
  })
  .meta({ id: 'Me' });

export const getMeContract = contract({
  method: 'GET',
  path: '/api/v1/me',
  summary: 'Who this token or session is',
  tag: 'Account',
  role: 'viewer',
  responses: { 200: { description: 'The caller', schema: me } },
});

export const changeMeContract = contract({
  method: 'PATCH',
  path: '/api/v1/me',
  summary: 'Change the own name',
  tag: 'Account',
  role: 'viewer',
  body: z.strictObject({ name: personName }),
  responses: { 204: { description: 'Changed' } },
});

export const changePasswordContract = contract({
  method: 'POST',
  path: '/api/v1/me/password',
  summary: 'Change the own password; ends all own sessions',
  tag: 'Account',
  role: 'viewer',
  body: z.strictObject({ currentPassword: z.string().min(1).max(1024), newPassword: password }),
  responses: { 204: { description: 'Changed' } },
});

export const endSessionsContract = contract({
  method: 'POST',
  path: '/api/v1/me/sign-out-everywhere',
  summary: 'End all own sessions',
  tag: 'Account',
  role: 'viewer',
  responses: { 204: { description: 'Ended' } },
});

const welcome = {
  201: { description: 'Sign in with it', schema: z.object({ email: z.string() }) },
};

export const claimInstanceContract = contract({
  method: 'POST',
  path: '/api/start',
  summary: 'Become the first owner with the one-time code',
  tag: 'Account',
  role: 'public',
  body: z.strictObject({ code, name: personName, email, password, workspaceName }),
  responses: welcome,
});

export const acceptInvitationContract = contract({
  method: 'POST',
  path: '/api/invitation',
  summary: 'Join a workspace with the code of an invitation',
  tag: 'Account',
  role: 'public',
  body: z.strictObject({
    code,
    name: personName,
    /** Of an account that exists already: its own password. */
    password: z.string().min(1).max(1024),
  }),
  responses: welcome,
});

/** The two public calls are of the pages that make the first owner and take an invitation. */
export const accountContracts = [
  getMeContract,
  changeMeContract,
  changePasswordContract,
  endSessionsContract,
  claimInstanceContract,
  acceptInvitationContract,
];
