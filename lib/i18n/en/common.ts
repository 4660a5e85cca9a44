export const common = {
  'app.name': 'Hookline',
  'ui.close': 'Close',
  'status.live': 'Live',
  'status.paused': 'Paused',
  'status.draft': 'Draft',
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
} as const;
