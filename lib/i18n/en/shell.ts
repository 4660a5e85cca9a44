export const shell = {
  'signout.submit': 'Sign out',
  'signout.busy': 'Signing out',
} as const;
