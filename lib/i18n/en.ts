import { editor } from './en/editor.ts';
import { inspector } from './en/inspector.ts';
import { panel } from './en/panel.ts';

/** Every text that people see, in English. `{name}` stands for a value. */
export const en = {
  ...inspector,
  ...panel,
  'app.name': 'Hookline',

  'role.owner': 'Owner',
  'role.editor': 'Editor',
  'role.viewer': 'Viewer',
  'role.owner.can': 'Owners do everything, people and secrets too.',
  'role.editor.can':
    'Editors build, test, publish and replay. They don’t see secrets or manage people.',
  'role.viewer.can': 'Viewers see everything but secrets, and change nothing.',

  'field.name': 'Your name',
  'field.email': 'Email',
  'field.password': 'Password',
  'field.workspace': 'Workspace',
  'field.workspace.hint': 'What your team sees at the top left. You can change it later.',
  'field.code': 'Code',
  'field.required': 'Fill this in.',
  'field.email.wrong': 'Write an address such as mika@example.com.',
  'password.show': 'Show password',
  'password.hide': 'Hide password',
  'password.rule': '12 characters or more, nothing else asked.',
  'password.more': '{count} more characters. Length is all that is asked.',
  'password.enough': 'Strong enough.',

  'start.title': 'Make this Hookline yours',
  'start.lead': 'You will be the owner: people, secrets and storage are in your hands.',
  'start.submit': 'Create owner',
  'start.busy': 'Creating owner',
  'start.note': 'This link came from the server’s own output. It works once and ends in {time}.',
  'start.failed':
    'The owner could not be created. Check the connection to the server and try again.',
  'code.title': 'Enter the one-time code',
  'code.lead': 'It proves that you run this server. Nobody owns it yet.',
  'code.count': '{count} of 8',
  'code.label': 'One-time code, 8 characters',
  'code.hint': 'Letters and digits, upper or lower case. Pasting fills all eight.',
  'code.submit': 'Go on',
  'code.where': 'Where to find it',
  'code.where.place': 'the terminal or log of the server',
  'code.log.claim': 'Claim it',
  'code.gone':
    'Gone from the log? Restart the server: it prints a new link with a new code, and the old one stops working.',
  'claimed.title': 'This Hookline has an owner',
  'claimed.lead': 'The one-time code was used. Sign in, or ask an owner to invite you.',
  'claimed.action': 'Go to sign in',

  'signin.title': 'Sign in',
  'signin.lead': 'to {workspace}',
  'signin.submit': 'Sign in',
  'signin.busy': 'Signing in',
  'signin.forgot': 'Forgot it?',
  'signin.forgot.owner':
    'An owner can remove you and invite you again: the new invitation asks for a new password.',
  'signin.forgot.last':
    'Are you the only owner? Start the server with HOOKLINE_API_TOKEN and invite another address of yours through the API.',
  'signin.note':
    'You stay signed in on this device for 30 days. Sign-ins are written to the security log.',
  'signin.wrong': 'The email or the password is wrong. Check both.',
  'signin.limited': 'Too many tries. Wait 15 minutes, then try again.',
  'signin.overloaded': 'Many people sign in at this moment. Try again in a few seconds.',
  'signin.failed': 'The server could not be reached. Check the connection and try again.',

  'invite.title': 'Join {workspace}',
  'invite.lead': 'Build and run webhook workflows with the team.',
  'invite.by': '{name} invited you',
  'invite.by.nobody': 'You are invited',
  'invite.submit': 'Join',
  'invite.busy': 'Joining',
  'invite.until': 'For this address only, until {time} UTC.',
  'invite.known': 'This address has an account. Use its password.',
  'invite.ended.title': 'This invitation has ended',
  'invite.ended.lead':
    'It was used, taken back or is older than a week. Ask an owner for a new one.',

  'home.title': 'Home',
  'home.endpoints': 'Endpoints',
  'home.endpoints.none': 'No endpoints yet. Create one through the API: POST /api/v1/endpoints.',
  'home.workflows': 'Workflows',
  'home.workflows.none': 'No workflows yet. Create one through the API: POST /api/v1/workflows.',
  'home.local': 'Only reachable from this network',
  'home.copy': 'Copy webhook URL',
  'home.copied': 'Copied',
  'home.received': 'Received',
  'home.ran': 'Ran',
  'home.rejected': 'Rejected',
  'home.name': 'Name',
  'home.url': 'Webhook URL',
  'home.status': 'Status',
  'home.version': 'Version',
  'home.steps': 'Steps',
  'home.more': 'Only the newest {count} are shown. The API lists all of them.',
  'home.reference': 'API reference',
  'home.account': 'Signed in as {email}',
  'status.live': 'Live',
  'status.paused': 'Paused',
  'status.draft': 'Draft',
  'signout.submit': 'Sign out',
  'signout.busy': 'Signing out',

  'theme.label': 'Theme: {name}',
  'theme.system': 'System',
  'theme.light': 'Light',
  'theme.dark': 'Dark',

  'error.title': 'This page broke',
  'error.lead':
    'It is our fault, and nothing was lost. Try again; if it stays, look into the server’s log for {digest}.',
  'error.again': 'Try again',
  'missing.title': 'There is nothing here',
  'missing.lead': 'The address may be mistyped, or what it showed was deleted.',
  'missing.action': 'Go to Home',

  ...editor,
} as const;
