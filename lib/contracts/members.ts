import { z } from 'zod';
import { id, page, pageQuery, time } from './common.ts';
import { contract } from './contract.ts';
import { email, memberRole } from './people.ts';

export const member = z
  .object({
    id: id.describe('Of the person, or of the invitation while status is invited'),
    status: z.enum(['active', 'invited']),
    email: z.string(),
    name: z.string(),
    role: memberRole,
    createdAt: time,
    expiresAt: time.nullable().describe('When an invitation ends'),
  })
  .meta({ id: 'Member' });

const tag = 'Members';

export const listMembersContract = contract({
  method: 'GET',
  path: '/api/v1/members',
  summary: 'People of the workspace and pending invitations',
  tag,
  role: 'viewer',
  query: pageQuery,
  responses: { 200: { description: 'Newest first', schema: page(member) } },
});

export const inviteMemberContract = contract({
  method: 'POST',
  path: '/api/v1/members',
  summary: 'Invite a person; the link is shown this once and works once',
  tag,
  role: 'owner',
  body: z.strictObject({ email, role: memberRole.default('editor') }),
  responses: {
    201: {
      description: 'The invitation with its link; an earlier one to the same address ends',
      schema: member.extend({ inviteUrl: z.string() }).meta({ id: 'NewInvitation' }),
    },
  },
});

export const changeMemberContract = contract({
  method: 'PATCH',
  path: '/api/v1/members/{id}',
  summary: 'Change the role of a person or an invitation',
  tag,
  role: 'owner',
  body: z.strictObject({ role: memberRole }),
  responses: { 200: { description: 'As it is now', schema: member } },
});

export const removeMemberContract = contract({
  method: 'DELETE',
  path: '/api/v1/members/{id}',
  summary: 'Remove a person, ending their sessions, or take back an invitation',
  tag,
  role: 'owner',
  responses: { 204: { description: 'Removed' } },
});

export const memberContracts = [
  listMembersContract,
  inviteMemberContract,
  changeMemberContract,
  removeMemberContract,
];
