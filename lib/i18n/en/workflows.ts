/** Texts of the list of workflows. */
export const workflows = {
  'workflows.title': 'Workflows',
  'workflows.name': 'Workflow name',
  'workflows.untitled': 'Untitled workflow',
  'workflows.trigger': 'Webhook',
  'workflows.new': 'New workflow',
  'workflows.new.busy': 'Making it',
  'workflows.new.title': 'A URL first, then the rest',
  'workflows.new.lead':
    'You get a webhook URL at once, send one request to it, and build on what really arrived.',
  'workflows.new.url': 'The URL works from the first moment and keeps all that is sent to it',
  'workflows.new.checked': 'Hookline checks who sent it, by the sender’s own signature',
  'workflows.new.safe': 'Nothing runs by itself until you publish',
} as const;
