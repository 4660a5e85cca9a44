/** What a member or a token may do, weakest first. */
export const roles = ['viewer', 'editor', 'owner'] as const;
export type MemberRole = (typeof roles)[number];

/**
 * Who makes a call, in the one workspace the call is about.
 * `instance` is `HOOKLINE_API_TOKEN`: an owner who is no person.
 */
export type Principal = {
  kind: 'user' | 'token' | 'instance';
  /** User id, token id, or `instance`. */
  id: string;
  /** What the audit log and the screens call them: an e-mail address or a token's name. */
  label: string;
  workspaceId: string;
  role: MemberRole;
};

export function roleAtLeast(role: MemberRole, needed: MemberRole): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
